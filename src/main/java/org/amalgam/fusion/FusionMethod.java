package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import org.amalgam.domain.stage.Fuser;
import org.amalgam.domain.stage.WeightLearner;

/**
 * What one name of {@code --fusion} stands for, ready for one replay.
 *
 * @param name as in {@code --fusion}
 */
public record FusionMethod(String name, Fuser fuser, WeightLearner learner) {

    public FusionMethod {
        requireNonNull(name, "name");
        requireNonNull(fuser, "fuser");
        requireNonNull(learner, "learner");
    }
}
