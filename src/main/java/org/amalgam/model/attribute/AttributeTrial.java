package org.amalgam.model.attribute;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.ImputedAttributes.Imputed;
import org.amalgam.domain.Item;
import org.amalgam.domain.stage.TaskMonitor;

/** Compares the methods on one attribute. Used once. */
final class AttributeTrial {

    /** How often one trial tells its progress. */
    static final int STEPS = Method.values().length + 2;

    private static final String MAJORITY = "majority";
    private static final int CHECK_EVERY = 100;

    private final Attribute attribute;
    private final KnownItems items;
    private final AttributeValues values;
    private final List<Item> missing;
    private final long seed;
    private final TaskMonitor monitor;
    private int done;

    /**
     * @param before steps of progress already told
     */
    AttributeTrial(
            Attribute attribute,
            KnownItems items,
            AttributeValues values,
            List<Item> missing,
            long seed,
            TaskMonitor monitor,
            int before) {
        this.attribute = attribute;
        this.items = items;
        this.values = values;
        this.missing = missing;
        this.seed = seed;
        this.monitor = monitor;
        this.done = before;
    }

    /** What is filled, or why nothing is. */
    private record Filling(
            AttributeFindings.Filled tested, List<Imputed> imputed, Optional<String> note) {

        static Filling none(String why) {
            return new Filling(AttributeFindings.Filled.NONE, List.of(), Optional.of(why));
        }
    }

    /**
     * @param known items with a value, of which {@code items} may be a sample
     */
    AttributeFindings findings(int known) {
        FittedMethod.Rows weighted = rows(false);
        FittedMethod majority = weighted.majority();
        List<Candidate> candidates = candidates(Map.of(false, weighted, true, rows(true)));
        Optional<Candidate> chosen = chosen(candidates, majority);
        step("test");
        Map<Method, List<Judged>> tested = new EnumMap<>(Method.class);
        candidates.forEach(one -> tested.put(one.method(), judge(one.fitted(), items.test())));
        step("imputing");
        Filling filling =
                chosen.map(one -> fill(one, tested.get(one.method())))
                        .orElseGet(
                                () -> Filling.none("no method beats the majority on validation"));
        return new AttributeFindings(
                attribute,
                known,
                missing.size(),
                values.count(),
                items.parts(),
                (int) items.test().stream().filter(item -> values.classOf(item) < 0).count(),
                items.test().stream().map(values::told).toList(),
                figures(majority, candidates, tested),
                chosen.map(one -> one.method().label()),
                filling.tested(),
                filling.imputed(),
                filling.note());
    }

    private List<MethodFindings> figures(
            FittedMethod majority, List<Candidate> candidates, Map<Method, List<Judged>> tested) {
        List<MethodFindings> figures = new ArrayList<>();
        List<Judged> byMajority = judge(majority, items.test());
        figures.add(MethodFindings.of(MAJORITY, OptionalDouble.empty(), byMajority));
        for (Candidate one : candidates) {
            OptionalDouble setting = OptionalDouble.of(one.setting());
            figures.add(MethodFindings.of(one.method().label(), setting, tested.get(one.method())));
        }
        return figures;
    }

    private FittedMethod.Rows rows(boolean presence) {
        return new FittedMethod.Rows(values, attribute, items.training(), presence);
    }

    /** Each method with the first of its best settings. */
    private List<Candidate> candidates(Map<Boolean, FittedMethod.Rows> rows) {
        List<Candidate> candidates = new ArrayList<>();
        for (Method method : Method.values()) {
            step(method.label());
            candidates.add(best(method, rows.get(method.readsPresence())));
        }
        return candidates;
    }

    private Candidate best(Method method, FittedMethod.Rows rows) {
        List<FittedMethod> fitted = rows.fit(method, method.settings(), seed);
        List<List<Judged>> judged = judge(fitted, items.validation());
        Candidate best = null;
        for (int i = 0; i < fitted.size(); i++) {
            double setting = method.settings().get(i);
            Candidate one = new Candidate(method, setting, fitted.get(i), judged.get(i));
            best = best == null || one.right() > best.right() ? one : best;
        }
        return best;
    }

    private Optional<Candidate> chosen(List<Candidate> candidates, FittedMethod majority) {
        Candidate best = candidates.get(0);
        for (Candidate one : candidates) {
            best = one.right() > best.right() ? one : best;
        }
        long toBeat = judge(majority, items.validation()).stream().filter(Judged::right).count();
        return best.right() > toBeat ? Optional.of(best) : Optional.empty();
    }

    private List<Judged> judge(FittedMethod fitted, List<Item> judging) {
        return judge(List.of(fitted), judging).get(0);
    }

    /** By method, the guesses at these items. */
    private List<List<Judged>> judge(List<FittedMethod> fitted, List<Item> judging) {
        List<List<Judged>> judged = new ArrayList<>();
        fitted.forEach(one -> judged.add(new ArrayList<>(judging.size())));
        for (int i = 0; i < judging.size(); i++) {
            if (i % CHECK_EVERY == 0) {
                monitor.checkCancelled();
            }
            List<Judged> guesses = FittedMethod.judge(fitted, judging.get(i));
            for (int m = 0; m < guesses.size(); m++) {
                judged.get(m).add(guesses.get(m));
            }
        }
        return judged;
    }

    private Filling fill(Candidate best, List<Judged> tested) {
        if (items.validation().size() < Calibration.BIN) {
            return Filling.none(
                    String.format(
                            Locale.ROOT,
                            "confidence cannot be told from %d items; nothing is filled with fewer"
                                    + " than %d that have a %s",
                            items.validation().size(),
                            AttributeComparison.LEAST_TO_FILL,
                            attribute.label()));
        }
        Imputation imputation = new Imputation(attribute, best);
        List<Imputed> imputed = imputation.fill(items.all(), missing, seed, monitor);
        return new Filling(
                imputation.filled(tested),
                imputed,
                imputed.isEmpty() ? Optional.of(nothingFilled()) : Optional.empty());
    }

    private String nothingFilled() {
        return missing.isEmpty()
                ? "every item has a " + attribute.label()
                : "no guess at a missing " + attribute.label() + " is confident enough";
    }

    private void step(String what) {
        monitor.checkCancelled();
        int total = Attribute.values().length * STEPS;
        monitor.progress(attribute.label() + ", " + what, done++, total);
    }
}
