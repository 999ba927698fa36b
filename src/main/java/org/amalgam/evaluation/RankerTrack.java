package org.amalgam.evaluation;

import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import java.util.Optional;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TargetRank;

/**
 * What one ranker did over test cases: running figures, and every rank for paired comparisons, in a
 * byte a case. {@link StreamTrack} keeps no cases.
 */
public final class RankerTrack {

    /** Ranks below it are kept as they are; mean ranks of ties are multiples of a half. */
    private static final int FAR = 60;

    private static final byte MISS = Byte.MAX_VALUE;

    private final String name;
    private final RankerKind kind;
    private final MetricAccumulator figures;
    private final ByteArrayList ranks;

    /**
     * @param popularity how often each item occurred in training
     */
    public RankerTrack(String name, RankerKind kind, int[] popularity) {
        this.name = name;
        this.kind = kind;
        this.figures = new MetricAccumulator(popularity);
        this.ranks = new ByteArrayList();
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
        double meanRank = rank.isPresent() ? rank.get().meanRank() : Double.POSITIVE_INFINITY;
        ranks.add(meanRank <= FAR ? (byte) Math.round(2 * meanRank) : MISS);
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
            values[i] = metric.of(meanRank(i));
        }
        return values;
    }

    /**
     * The main metrics summed by group.
     *
     * @param groups session or user of each case, ≥ 0
     */
    GroupSums sums(int[] groups) {
        if (groups.length != ranks.size()) {
            throw new IllegalArgumentException(groups.length + " groups of " + ranks.size());
        }
        GroupSums sums = new GroupSums();
        for (int i = 0; i < groups.length; i++) {
            sums.add(groups[i], meanRank(i));
        }
        return sums;
    }

    private double meanRank(int index) {
        byte rank = ranks.getByte(index);
        return rank == MISS ? Double.POSITIVE_INFINITY : rank / 2.0;
    }
}
