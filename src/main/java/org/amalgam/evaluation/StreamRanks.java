package org.amalgam.evaluation;

import java.util.BitSet;
import org.amalgam.domain.TargetRank;
import org.amalgam.kernel.FloatKernels;

/**
 * Ranks targets among candidates that only become more, as items do in a stream: as {@link
 * TargetRanks} does, but it keeps a list of those that take no part, or of those that do when they
 * are fewer. One thread makes all calls.
 */
public final class StreamRanks {

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final BitSet candidates;
    private int known = -1;
    private boolean listsCandidates;
    private int[] listed = new int[0];

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
        list(scores.length);
        float reference = scores[target];
        int above = 0;
        int reached = 0;
        for (int item : listed) {
            above += scores[item] > reference ? 1 : 0;
            reached += scores[item] >= reference ? 1 : 0;
        }
        if (!listsCandidates) {
            FloatKernels.Standing all = KERNELS.standing(scores, scores.length, reference);
            above = all.above() - above;
            reached = all.reached() - reached;
        }
        int tied = reached - above - 1;
        return new TargetRank(1 + above + tied / 2.0, tied);
    }

    private void list(int items) {
        int now = candidates.cardinality();
        if (now == known) {
            return;
        }
        known = now;
        listsCandidates = 2 * now < items;
        listed = new int[listsCandidates ? now : items - now];
        int item = -1;
        for (int i = 0; i < listed.length; i++) {
            item =
                    listsCandidates
                            ? candidates.nextSetBit(item + 1)
                            : candidates.nextClearBit(item + 1);
            listed[i] = item;
        }
    }
}
