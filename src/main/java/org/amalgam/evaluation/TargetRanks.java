package org.amalgam.evaluation;

import java.util.BitSet;
import org.amalgam.domain.TargetRank;
import org.amalgam.kernel.FloatKernels;

/** Ranks targets among candidates. */
public final class TargetRanks {

    private static final FloatKernels KERNELS = FloatKernels.best();

    private TargetRanks() {}

    /**
     * Where the target stands, equal scores sharing the mean of their ranks.
     *
     * @param scores by item, all finite
     * @param candidates items that take part
     * @throws IllegalArgumentException if the target is not a candidate
     */
    public static TargetRank rank(float[] scores, BitSet candidates, int target) {
        if (!candidates.get(target)) {
            throw new IllegalArgumentException("target " + target + " is not a candidate");
        }
        float reference = scores[target];
        FloatKernels.Standing all = KERNELS.standing(scores, scores.length, reference);
        int above = all.above();
        int reached = all.reached();
        // Those that take no part are usually few, so they are looked up afterwards.
        int other = candidates.nextClearBit(0);
        while (other < scores.length) {
            above -= scores[other] > reference ? 1 : 0;
            reached -= scores[other] >= reference ? 1 : 0;
            other = candidates.nextClearBit(other + 1);
        }
        int tied = reached - above - 1;
        return new TargetRank(1 + above + tied / 2.0, tied);
    }
}
