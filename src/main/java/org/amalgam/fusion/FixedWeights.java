package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.stage.WeightLearner;

/** Weights that only a person moves. */
public final class FixedWeights implements WeightLearner {

    private FusionWeights weights;

    public FixedWeights(FusionWeights weights) {
        this.weights = requireNonNull(weights, "weights");
    }

    @Override
    public FusionWeights weights() {
        return weights;
    }

    @Override
    public void learn(Map<String, TargetRank> ranks, double haste) {}

    @Override
    public boolean learns() {
        return false;
    }

    /** Nothing to do: none was learned. */
    @Override
    public void forget(double share) {}

    @Override
    public void set(FusionWeights weights) {
        this.weights = requireNonNull(weights, "weights");
    }

    /** Nothing to do: no weight is learned. */
    @Override
    public void lock(Set<String> members) {}
}
