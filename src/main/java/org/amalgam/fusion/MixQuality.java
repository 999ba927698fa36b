package org.amalgam.fusion;

import java.util.function.IntToDoubleFunction;

/**
 * Quality of rankings over cases.
 *
 * @param hr20 share of cases whose target stood within the first 20, [0, 1]
 * @param mrr20 mean of 1 / rank, 0 beyond 20, [0, 1]
 */
public record MixQuality(int cases, double hr20, double mrr20) {

    /** As far down a target still counts. */
    static final int CUT = 20;

    public MixQuality {
        if (cases < 0 || !(hr20 >= 0 && hr20 <= 1) || !(mrr20 >= 0 && mrr20 <= 1)) {
            throw new IllegalArgumentException(cases + " cases, " + hr20 + ", " + mrr20);
        }
    }

    /** The quality over some cases, given each one's mean rank. */
    static MixQuality of(int[] indices, IntToDoubleFunction rank) {
        int hits = 0;
        double reciprocal = 0;
        for (int index : indices) {
            double value = rank.applyAsDouble(index);
            if (value <= CUT) {
                hits++;
                reciprocal += 1 / value;
            }
        }
        int n = Math.max(1, indices.length);
        return new MixQuality(indices.length, hits / (double) n, reciprocal / n);
    }

    /**
     * Both figures in proportion to another's, their mean: above 1 where this is better by more
     * than it loses. A figure of 0 on both sides counts as equal.
     */
    public double relativeTo(MixQuality other) {
        return (ratio(hr20, other.hr20) + ratio(mrr20, other.mrr20)) / 2;
    }

    private static double ratio(double mine, double others) {
        double least = 1e-9; // keeps the ratio finite where the other never hits
        return (mine + least) / (others + least);
    }
}
