package org.amalgam.evaluation;

import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import java.util.List;

/**
 * One ranker's main metrics ({@link Metric#MAIN}) summed by user or session: all that a paired
 * comparison needs, and no more of it however many cases there are. One thread makes all calls.
 */
public final class GroupSums {

    private static final List<Metric> METRICS = Metric.MAIN;

    private double[] sums = new double[0];

    /** Begins without cases. */
    public GroupSums() {}

    /** Another with the same cases, that goes on apart from this one. */
    public GroupSums copy() {
        GroupSums other = new GroupSums();
        other.sums = sums.clone();
        return other;
    }

    /**
     * Adds one case.
     *
     * @param group ≥ 0; small numbers, since room is made for all below it
     * @param meanRank from 1; infinite for a miss
     */
    public void add(int group, double meanRank) {
        int first = group * METRICS.size();
        sums = DoubleArrays.grow(sums, first + METRICS.size());
        for (int m = 0; m < METRICS.size(); m++) {
            sums[first + m] += METRICS.get(m).of(meanRank);
        }
    }

    /** The sum of one group; 0 without cases. */
    double of(int group, int metric) {
        int at = group * METRICS.size() + metric;
        return at < sums.length ? sums[at] : 0;
    }
}
