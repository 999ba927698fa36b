package org.amalgam.evaluation;

import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TargetRank;

/**
 * What one ranker did in a run: running figures, and every rank for paired comparisons, in a byte a
 * case: runs of millions of cases keep them all.
 */
public final class RankerTrack {

    /** Ranks below it are kept as they are; mean ranks of ties are multiples of a half. */
    private static final int FAR = 60;

    private static final byte MISS = Byte.MAX_VALUE;

    private final String name;
    private final RankerKind kind;
    private final MetricAccumulator figures;
    private final ByteArrayList ranks;
    private final ListSample sample;

    /**
     * @param popularity how often each item occurred in training
     */
    public RankerTrack(String name, RankerKind kind, int[] popularity) {
        this.name = name;
        this.kind = kind;
        this.figures = new MetricAccumulator(popularity);
        this.ranks = new ByteArrayList();
        this.sample = new ListSample();
    }

    private RankerTrack(String name, RankerTrack other) {
        this.name = name;
        this.kind = other.kind;
        this.figures = other.figures.copy();
        this.ranks = other.ranks.clone();
        this.sample = other.sample.copy();
    }

    /** A ranker that has done the same so far, and goes on apart from this one. */
    public RankerTrack branch(String other) {
        return new RankerTrack(other, this);
    }

    public String name() {
        return name;
    }

    public RankerKind kind() {
        return kind;
    }

    public MetricAccumulator figures() {
        return figures;
    }

    /**
     * Adds one case.
     *
     * @param rank empty when the ranker abstained or the target was new, which is a miss
     * @param nanos time it took
     */
    public void add(Optional<TargetRank> rank, int[] top, long nanos) {
        figures.add(rank, top);
        figures.addNanos(nanos);
        sample.offer(top);
        double meanRank = rank.isPresent() ? rank.get().meanRank() : Double.POSITIVE_INFINITY;
        ranks.add(meanRank <= FAR ? (byte) Math.round(2 * meanRank) : MISS);
    }

    /** Every figure by its name in detailed reports; intra-list similarity is of a sample. */
    public Map<String, Double> figures(int candidates, IntraListSimilarity similarity) {
        Map<String, Double> all = figures.figures(candidates);
        all.put("intraListSimilarity20Sampled", similarity.mean(sample.lists()));
        return all;
    }

    /**
     * Standard deviation of HR@20 over consecutive windows of cases, a last one that is not full
     * left out; empty for fewer than two windows.
     *
     * @param length cases a window
     */
    public OptionalDouble hr20Spread(int length) {
        int windows = ranks.size() / length;
        if (windows < 2) {
            return OptionalDouble.empty();
        }
        double[] values = values(new Metric(Metric.Kind.HR, 20));
        double[] means = new double[windows];
        for (int w = 0; w < windows; w++) {
            means[w] = Arrays.stream(values, w * length, (w + 1) * length).average().orElseThrow();
        }
        double mean = Arrays.stream(means).average().orElseThrow();
        double squares = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (windows - 1)));
    }

    /**
     * The metric of every case, in case order.
     *
     * @param metric of the first 60 places at most
     */
    public double[] values(Metric metric) {
        if (metric.k() > FAR) {
            throw new IllegalArgumentException(metric + ": ranks are kept up to " + FAR);
        }
        double[] values = new double[ranks.size()];
        for (int i = 0; i < values.length; i++) {
            byte rank = ranks.getByte(i);
            values[i] = metric.of(rank == MISS ? Double.POSITIVE_INFINITY : rank / 2.0);
        }
        return values;
    }
}
