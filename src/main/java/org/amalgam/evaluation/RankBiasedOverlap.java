package org.amalgam.evaluation;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/**
 * Rank-biased overlap of two lists (Webber, Moffat and Zobel, ACM TOIS 28(4), 2010), extrapolated:
 * the agreement at the lists' end is taken to go on below it, equation 32 for lists of one length.
 * 1 for equal lists, 0 for lists without a common item; symmetric. Places near the top weigh more:
 * with p = .9 the first ten places have 86 % of the weight.
 */
public final class RankBiasedOverlap {

    /** How likely a reader goes on from one place to the next. */
    public static final double P = 0.9;

    private RankBiasedOverlap() {}

    /**
     * Overlap at {@link #P}, to the depth of the shorter list.
     *
     * @param a items, best first, none twice
     * @param b likewise
     * @throws IllegalArgumentException if one of them is empty
     */
    public static double of(int[] a, int[] b) {
        int depth = Math.min(a.length, b.length);
        if (depth == 0) {
            throw new IllegalArgumentException("an empty list overlaps with nothing");
        }
        IntOpenHashSet seenInA = new IntOpenHashSet();
        IntOpenHashSet seenInB = new IntOpenHashSet();
        int common = 0;
        double sum = 0;
        double weight = 1;
        for (int d = 1; d <= depth; d++) {
            int fromA = a[d - 1];
            int fromB = b[d - 1];
            seenInA.add(fromA);
            seenInB.add(fromB);
            common += seenInB.contains(fromA) ? 1 : 0;
            // An item that is new to both at this depth is common once, not twice.
            common += fromA != fromB && seenInA.contains(fromB) ? 1 : 0;
            weight *= P;
            sum += weight * common / d;
        }
        return weight * common / depth + (1 - P) / P * sum;
    }
}
