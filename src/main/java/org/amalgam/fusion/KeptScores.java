package org.amalgam.fusion;

import org.amalgam.domain.FusionWeights;

/** A fuser's scores of kept items, as it would give them given the members' whole answers. */
@FunctionalInterface
interface KeptScores {

    /**
     * The fused scores of the items of one case.
     *
     * @param fused room for {@link KeptCases#kept} scores, overwritten
     */
    void of(int index, FusionWeights weights, float[] fused);

    /**
     * Whether the score of an item can be high though no member has the item among its first N, as
     * these scores go by more than what members say of it.
     *
     * @param row of the item
     */
    default boolean raises(int row) {
        return false;
    }
}
