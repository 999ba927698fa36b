package org.amalgam.evaluation;

import java.util.BitSet;
import org.amalgam.domain.TargetRank;
import org.amalgam.kernel.FloatKernels;

/**
 * Ranks targets among candidates that only become more, as items do in a stream: as {@link
 * TargetRanks} does, in one pass over all scores, those of others moved below all. One thread makes
 * all calls.
 */
public final class StreamRanks {

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final BitSet candidates;
    private final Handicaps handicaps = new Handicaps();

    /**
     * @param candidates items that take part; others may add to it between calls
     */
    public StreamRanks(BitSet candidates) {
        this.candidates = candidates;
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
