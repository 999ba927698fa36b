package org.amalgam.domain.stage;

import java.util.Map;
import java.util.Set;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.TargetRank;

/** Moves fusion weights by what is revealed. One thread makes all calls. */
public interface WeightLearner {

    FusionWeights weights();

    /** Learns from one case: where each member had put the target (absent: it abstained). */
    void learn(Map<String, TargetRank> ranks);

    /** Sets weights by hand; learning goes on from there. */
    void set(FusionWeights weights);

    /** Members whose weight learning must not move. */
    void lock(Set<String> members);
}
