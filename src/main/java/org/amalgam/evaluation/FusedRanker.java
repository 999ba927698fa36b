package org.amalgam.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.amalgam.domain.stage.Fuser;
import org.amalgam.domain.stage.WeightLearner;

/**
 * A ranker made by fusion.
 *
 * @param name as it stands in reports
 * @param members whose outputs it fuses; those with no output in a case do not take part
 */
public record FusedRanker(String name, List<String> members, Fuser fuser, WeightLearner learner) {

    public FusedRanker {
        requireNonNull(name, "name");
        requireNonNull(fuser, "fuser");
        requireNonNull(learner, "learner");
        members = List.copyOf(members);
    }
}
