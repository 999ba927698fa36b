package org.amalgam.evaluation;

import java.util.Arrays;
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
    private final BitSet known = new BitSet();

    /** What takes an item out of the ranking: 0 for candidates, −∞ for others. */
    private float[] handicaps = new float[0];

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
        admit(scores.length);
        FloatKernels.Standing standing =
                KERNELS.standing(scores, handicaps, scores.length, scores[target]);
        int tied = standing.reached() - standing.above() - 1;
        return new TargetRank(1 + standing.above() + tied / 2.0, tied);
    }

    /** Lets those take part who have become candidates. */
    private void admit(int items) {
        if (handicaps.length < items) {
            handicaps = new float[items];
            Arrays.fill(handicaps, Float.NEGATIVE_INFINITY);
            known.clear();
        }
        if (known.cardinality() == candidates.cardinality()) {
            return;
        }
        BitSet admitted = (BitSet) candidates.clone();
        admitted.andNot(known);
        admitted.stream().filter(item -> item < items).forEach(item -> handicaps[item] = 0);
        known.or(admitted);
    }
}
