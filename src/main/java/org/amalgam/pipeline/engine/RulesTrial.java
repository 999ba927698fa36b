package org.amalgam.pipeline.engine;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.evaluation.Exposure;
import org.amalgam.evaluation.Metric;
import org.amalgam.evaluation.PairedBootstrap;
import org.amalgam.merchandise.CompiledRules;
import org.amalgam.pipeline.RulePreview;
import org.amalgam.pipeline.RulePreview.Band;
import org.amalgam.pipeline.RulePreview.Figure;

/**
 * Compares two books of rules case by case, on the same fused scores; see {@link RulePreview}. One
 * thread makes all calls.
 */
public final class RulesTrial implements RecentCases.Visitor {

    private static final Metric HR = new Metric(Metric.Kind.HR, StepScorer.K);
    private static final Metric MRR = new Metric(Metric.Kind.MRR, StepScorer.K);

    private final Catalogue catalogue;
    private final List<MerchandisingRule> changed = new ArrayList<>();
    private final List<BitSet> scopes = new ArrayList<>();
    private final Side before;
    private final Side after;
    private final Int2IntOpenHashMap groups = new Int2IntOpenHashMap();
    private final IntArrayList groupOfCase = new IntArrayList();

    public RulesTrial(RuleBook before, RuleBook after, Catalogue catalogue) {
        this.catalogue = catalogue;
        Set<Integer> numbers = before.differences(after);
        for (int number : numbers) {
            MerchandisingRule rule = after.find(number).or(() -> before.find(number)).orElseThrow();
            changed.add(rule);
            scopes.add(CompiledRules.inside(rule.scope(), catalogue));
        }
        this.before = new Side(throughout(before, numbers));
        this.after = new Side(throughout(after, numbers));
    }

    private static RuleBook throughout(RuleBook book, Set<Integer> numbers) {
        RuleBook result = book;
        for (MerchandisingRule rule : book.rules()) {
            if (numbers.contains(rule.number()) && rule.enabled()) {
                result = result.replace(rule.number(), MerchandisingRule::always);
            }
        }
        return result;
    }

    /** What one of the books made of the cases. */
    private final class Side {

        private final ShownRanker ranker;
        private final Exposure exposure = new Exposure(new int[catalogue.size()]);
        private final DoubleArrayList hits = new DoubleArrayList();
        private final DoubleArrayList reciprocal = new DoubleArrayList();
        private final DoubleArrayList revenue = new DoubleArrayList();
        private final List<DoubleArrayList> slots = new ArrayList<>();

        Side(RuleBook book) {
            ranker = new ShownRanker(new CompiledRules(book, catalogue), StepScorer.K);
            changed.forEach(rule -> slots.add(new DoubleArrayList()));
        }

        void add(Event event, BitSet candidates, float[] fused) {
            int[] list = ShownRanker.items(ranker.list(event.time(), fused, candidates));
            Optional<TargetRank> rank =
                    candidates.get(event.item()) ? ranker.rank(event.item()) : Optional.empty();
            double place = rank.map(TargetRank::meanRank).orElse(Double.POSITIVE_INFINITY);
            hits.add(HR.of(place));
            reciprocal.add(MRR.of(place));
            revenue.add(HR.of(place) * catalogue.item(event.item()).price().orElse(0));
            exposure.add(list);
            for (int i = 0; i < slots.size(); i++) {
                slots.get(i).add(shareOf(list, scopes.get(i)));
            }
        }
    }

    private static double shareOf(int[] list, BitSet scope) {
        int inside = 0;
        for (int item : list) {
            inside += scope.get(item) ? 1 : 0;
        }
        return list.length == 0 ? 0 : (double) inside / list.length;
    }

    @Override
    public void visit(Event event, BitSet candidates, float[] fused) {
        before.add(event, candidates, fused);
        after.add(event, candidates, fused);
        int next = groups.size();
        int group = groups.computeIfAbsent(event.user(), user -> next);
        groupOfCase.add(group);
    }

    /**
     * What came of it, after at least one case.
     *
     * @param itemsKnown items that could have been shown
     * @param seed of the bootstrap
     */
    public RulePreview preview(int itemsKnown, long seed) {
        PairedBootstrap bootstrap = PairedBootstrap.seeded(seed);
        List<RulePreview.Exposure> exposures = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            exposures.add(
                    new RulePreview.Exposure(
                            changed.get(i),
                            figure(bootstrap, before.slots.get(i), after.slots.get(i))));
        }
        return new RulePreview(
                groupOfCase.size(),
                figure(bootstrap, before.hits, after.hits),
                figure(bootstrap, before.reciprocal, after.reciprocal),
                figure(bootstrap, before.revenue, after.revenue),
                new Figure(
                        before.exposure.coverage(itemsKnown),
                        after.exposure.coverage(itemsKnown),
                        Optional.empty()),
                new Figure(
                        before.exposure.gini(itemsKnown),
                        after.exposure.gini(itemsKnown),
                        Optional.empty()),
                exposures);
    }

    private Figure figure(PairedBootstrap bootstrap, DoubleArrayList was, DoubleArrayList would) {
        PairedBootstrap.Difference found =
                bootstrap.compare(
                        would.toDoubleArray(),
                        was.toDoubleArray(),
                        groupOfCase.toIntArray(),
                        groups.size());
        return new Figure(
                mean(was),
                mean(would),
                Optional.of(new Band(found.interval().low(), found.interval().high())));
    }

    private static double mean(DoubleArrayList values) {
        return values.doubleStream().average().orElseThrow();
    }
}
