package org.amalgam.fusion;

import java.util.List;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.WeightLearner;

/** The names that {@code --fusion} may give. Thread-safe. */
public final class FusionMethods {

    private FusionMethods() {}

    /** The names, the default first. */
    public static List<String> names() {
        return List.of(HedgeLearner.NAME, WeightedFuser.NAME);
    }

    /**
     * A fresh method.
     *
     * @param start weights to begin with; their members are the fused ones
     * @throws UnusableInput if there is none of this name
     */
    public static FusionMethod create(String name, FusionWeights start, FusionSettings settings) {
        return new FusionMethod(name, new WeightedFuser(settings), learner(name, start, settings));
    }

    private static WeightLearner learner(
            String name, FusionWeights start, FusionSettings settings) {
        return switch (name) {
            case WeightedFuser.NAME -> new FixedWeights(start);
            case HedgeLearner.NAME -> new HedgeLearner(start, settings);
            default ->
                    throw new UnusableInput(
                            "unknown fusion '"
                                    + name
                                    + "'; there are "
                                    + String.join(", ", names()));
        };
    }
}
