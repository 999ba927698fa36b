package org.amalgam.evaluation;

import java.util.BitSet;
import org.amalgam.domain.TargetRank;

/** Ranks targets among candidates. */
public final class TargetRanks {

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
        int above = 0;
        int equal = 0;
        for (int item = 0; item < scores.length; item++) {
            // Comparing first: the few items that reach the target are the only ones looked up.
            if (scores[item] >= reference && candidates.get(item)) {
                if (scores[item] > reference) {
                    above++;
                } else {
                    equal++;
                }
            }
        }
        int tied = equal - 1;
        return new TargetRank(1 + above + tied / 2.0, tied);
    }
}
