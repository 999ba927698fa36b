package org.amalgam.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.TargetRank;

/** Running figures of one ranker over all its cases. One thread makes all calls. */
public final class MetricAccumulator {

    private static final int DIGITS = 3;

    private final double[] sums = new double[Metric.ALL.size()];
    private final Exposure exposure;
    private final Histogram nanos;
    private final ListSample sample;
    private long cases;
    private long ties;
    private long abstentions;

    /**
     * Begins without cases.
     *
     * @param popularity how often each item occurred in training
     */
    public MetricAccumulator(int[] popularity) {
        this.exposure = new Exposure(popularity);
        this.nanos = new Histogram(DIGITS);
        this.sample = new ListSample();
    }

    private MetricAccumulator(MetricAccumulator other) {
        System.arraycopy(other.sums, 0, sums, 0, sums.length);
        exposure = other.exposure.copy();
        nanos = other.nanos.copy();
        sample = other.sample.copy();
        cases = other.cases;
        ties = other.ties;
        abstentions = other.abstentions;
    }

    /** Another with the same cases, that goes on apart from this one. */
    MetricAccumulator copy() {
        return new MetricAccumulator(this);
    }

    /**
     * Adds one case.
     *
     * @param rank empty when the ranker abstained or the target was new, which is a miss
     * @param top what was shown, at most 20 items
     */
    public void add(Optional<TargetRank> rank, int[] top) {
        cases++;
        exposure.add(top);
        sample.offer(top);
        if (rank.isEmpty()) {
            // A ranker that made a list did not abstain: nobody could know the target.
            abstentions += top.length == 0 ? 1 : 0;
            return;
        }
        ties += rank.get().tied() > 0 ? 1 : 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += Metric.ALL.get(i).of(rank.get().meanRank());
        }
    }

    /** Adds the time it took to score one case. */
    public void addNanos(long scoring) {
        nanos.recordValue(Math.max(0, scoring));
    }

    public long cases() {
        return cases;
    }

    /** Cases in which the ranker made no list. */
    public long abstentions() {
        return abstentions;
    }

    /** Mean over all cases, 0 without any. */
    public double mean(Metric metric) {
        int index = Metric.ALL.indexOf(metric);
        if (index < 0) {
            throw new IllegalArgumentException(metric.label() + " is not accumulated");
        }
        return cases == 0 ? 0 : sums[index] / cases;
    }

    /** Share of cases in which another candidate had the target's score, 0 without any. */
    public double tieRate() {
        return cases == 0 ? 0 : (double) ties / cases;
    }

    public Exposure exposure() {
        return exposure;
    }

    /** Every figure by its name in detailed reports. */
    public Map<String, Double> figures(int candidates) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Metric metric : Metric.ALL) {
            figures.put(metric.label(), mean(metric));
        }
        figures.put("coverage20", exposure.coverage(candidates));
        figures.put("gini20", exposure.gini(candidates));
        figures.put("novelty20", exposure.novelty());
        figures.put("meanPopularity20", exposure.meanPopularity());
        figures.put("tieRate", tieRate());
        figures.put("abstentions", (double) abstentions);
        figures.put("p50Ms", millis(50));
        figures.put("p95Ms", millis(95));
        figures.put("p99Ms", millis(99));
        return figures;
    }

    /** Those and intra-list similarity, of a sample of the lists. */
    public Map<String, Double> figures(int candidates, IntraListSimilarity similarity) {
        Map<String, Double> all = figures(candidates);
        all.put("intraListSimilarity20Sampled", similarity.mean(sample.lists()));
        return all;
    }

    /** The figures of the summary. */
    public RankerResult result(
            String ranker, RankerKind kind, int candidates, double trainSeconds) {
        return new RankerResult(
                ranker,
                kind,
                cases,
                mean(new Metric(Metric.Kind.HR, 20)),
                mean(new Metric(Metric.Kind.MRR, 20)),
                mean(new Metric(Metric.Kind.NDCG, 20)),
                mean(new Metric(Metric.Kind.HR, 10)),
                mean(new Metric(Metric.Kind.NDCG, 10)),
                exposure.coverage(candidates),
                tieRate(),
                trainSeconds,
                millis(50),
                millis(99));
    }

    private double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
