package org.amalgam.evaluation;

import java.util.BitSet;
import org.amalgam.domain.TargetRank;
import org.amalgam.kernel.FloatKernels;

/**
 * Ranks targets among candidates, in one pass over all scores, those of others moved below all. One
 * thread makes all calls.
 */
public final class TargetRanks {

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final BitSet candidates;
    private final Handicaps handicaps = new Handicaps();

    /**
     * @param candidates items that take part; may change between calls
     */
    public TargetRanks(BitSet candidates) {
        this.candidates = candidates;
    }

    /** For one target; see {@link #rank(float[], int)}. */
    public static TargetRank rank(float[] scores, BitSet candidates, int target) {
        return new TargetRanks(candidates).rank(scores, target);
    }

    /**
     * Where the target stands, equal scores sharing the mean of their ranks.
     *
     * @param scores by item, all finite; always as many
     * @throws IllegalArgumentException if the target is not a candidate
     */
    public TargetRank rank(float[] scores, int target) {
        if (!candidates.get(target)) {
            throw new IllegalArgumentException("target " + target + " is not a candidate");
        }
        float[] added = handicaps.of(candidates, scores.length);
        FloatKernels.Standing standing =
                KERNELS.standing(scores, added, scores.length, scores[target]);
        int tied = standing.reached() - standing.above() - 1;
        return new TargetRank(1 + standing.above() + tied / 2.0, tied);
    }
}
