package org.amalgam.pipeline.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.FusedRanker;
import org.amalgam.evaluation.OfflineProtocol;
import org.amalgam.evaluation.Panel;
import org.amalgam.evaluation.TestCase;
import org.amalgam.evaluation.TestCases;
import org.amalgam.fusion.FusionMethod;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.fusion.KeptCases;
import org.amalgam.fusion.KeptCasesBuilder;
import org.amalgam.fusion.OfflineLearner;
import org.amalgam.fusion.StackingFuser;
import org.amalgam.fusion.StackingLearner;
import org.amalgam.fusion.WeightedFuser;

/** The fused rankers of an offline evaluation; methods that learn do so on validation cases. */
public final class OfflineFusion {

    /** More cases than these would only cost time: weights are few. */
    private static final int MOST_CASES = 12_000;

    /** Below this many a choice would be luck. */
    private static final int LEAST_CASES = 30;

    private static final int PROGRESS_EVERY = 64;

    private final String method;
    private final Map<String, Double> weights;
    private final FusionSettings settings;
    private final long seed;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param weights weights by hand; empty for equal ones or learned ones
     */
    public OfflineFusion(
            String method, Map<String, Double> weights, FusionSettings settings, long seed) {
        this.method = method;
        this.weights = Map.copyOf(weights);
        this.settings = settings;
        this.seed = seed;
    }

    /** Whether this method learns from validation cases. */
    public static boolean learns(String method) {
        return method.equals(OfflineLearner.NAME) || method.equals(StackingFuser.NAME);
    }

    /**
     * The fused rankers over these members.
     *
     * @param members as they are after choosing: they know {@code early} and nothing later
     * @param validation cases that none of them has learned from
     * @param train what members will have learned from when the rankers are used
     */
    public List<FusedRanker> rankers(
            List<EnsembleMember> members,
            TrainingSet early,
            TestCases validation,
            TrainingSet train,
            TaskMonitor monitor) {
        if (!learns(method)) {
            return FusionGroups.rankers(members, method, weights, settings);
        }
        if (validation.cases().size() < LEAST_CASES) {
            notes.add(
                    validation.cases().size()
                            + " validation cases are too few to learn fusion from, so all members"
                            + " have the same weight.");
            return FusionGroups.rankers(members, WeightedFuser.NAME, weights, settings);
        }
        Map<String, Set<String>> groups = FusionGroups.groups(members, weights);
        Map<String, KeptCases> kept = keep(groups, members, early, validation, monitor);
        List<FusedRanker> rankers = new ArrayList<>();
        kept.forEach(
                (name, cases) -> {
                    FusionRecipe recipe = learn(cases, monitor);
                    notes.add(sentence(name, recipe));
                    FusionMethod made = recipe.toMethod(train.itemCounts());
                    List<String> fused = List.copyOf(groups.get(name));
                    rankers.add(new FusedRanker(name, fused, made.fuser(), made.learner()));
                });
        return rankers;
    }

    private FusionRecipe learn(KeptCases cases, TaskMonitor monitor) {
        return method.equals(StackingFuser.NAME)
                ? new StackingLearner(settings, seed).learn(cases, monitor)
                : new OfflineLearner(settings, seed).learn(cases, monitor);
    }

    /** Lets the members answer the validation cases once, and keeps their best items by group. */
    private Map<String, KeptCases> keep(
            Map<String, Set<String>> groups,
            List<EnsembleMember> members,
            TrainingSet early,
            TestCases validation,
            TaskMonitor monitor) {
        BitSet candidates = OfflineProtocol.candidates(early);
        Map<String, KeptCasesBuilder> builders = new LinkedHashMap<>();
        groups.forEach(
                (name, fused) ->
                        builders.put(
                                name,
                                new KeptCasesBuilder(
                                        List.copyOf(fused),
                                        early.itemCounts(),
                                        candidates,
                                        KeptCases.DEFAULT_TOP)));
        List<EnsembleMember> asked =
                members.stream()
                        .filter(m -> groups.values().stream().anyMatch(g -> g.contains(m.name())))
                        .toList();
        List<TestCase> cases = validation.thinned(MOST_CASES).cases();
        try (Panel panel = new Panel(asked, List.of(), candidates, early.itemCount())) {
            for (int i = 0; i < cases.size(); i++) {
                if (i % PROGRESS_EVERY == 0) {
                    monitor.checkCancelled();
                    monitor.progress("asking members for fusion", i, cases.size());
                }
                TestCase next = cases.get(i);
                List<MemberOutput> outputs = panel.outputs(next);
                builders.values().forEach(b -> b.add(next.window(), next.target(), outputs));
            }
        }
        Map<String, KeptCases> kept = new LinkedHashMap<>();
        builders.forEach((name, builder) -> kept.put(name, builder.build()));
        return kept;
    }

    private static String sentence(String name, FusionRecipe recipe) {
        List<String> parts = new ArrayList<>();
        recipe.weights()
                .asMap()
                .forEach((m, w) -> parts.add(String.format(Locale.ROOT, "%s %.2f", m, w)));
        return String.format(
                Locale.ROOT,
                "%s: %s fusion from %d validation cases; weights %s.",
                name,
                recipe.method(),
                recipe.cases(),
                String.join(", ", parts));
    }

    /** What was found, in sentences for the report. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
