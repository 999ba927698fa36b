package org.amalgam.domain.stage;

import java.util.Map;
import java.util.Set;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.TargetRank;

/** Moves fusion weights by what is revealed. One thread makes all calls. */
public interface WeightLearner {

    FusionWeights weights();

    /** Learns from one case: where each member had put the target (absent: it abstained). */
    default void learn(Map<String, TargetRank> ranks) {
        learn(ranks, 1);
    }

    /**
     * Likewise.
     *
     * @param haste how many times as fast as usual, ≥ 0
     */
    void learn(Map<String, TargetRank> ranks, double haste);

    /** Whether learning ever moves a weight. */
    boolean learns();

    /**
     * Moves the weights that learning may move towards equal ones, if there are any.
     *
     * @param share how far, from 0 for not at all to 1 for equal weights
     */
    void forget(double share);

    /** Sets weights by hand; learning goes on from there. */
    void set(FusionWeights weights);

    /** Members whose weight learning must not move. */
    void lock(Set<String> members);
}
