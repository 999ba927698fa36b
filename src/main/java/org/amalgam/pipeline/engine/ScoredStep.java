package org.amalgam.pipeline.engine;

import java.util.List;
import java.util.Map;
import org.amalgam.domain.StepOutcome;

/**
 * A scored step as the records of a run want it.
 *
 * @param rankers everybody asked, in order
 * @param tops by ranker name, the top 20 items, best first; a ranker that abstained is absent
 */
public record ScoredStep(StepOutcome outcome, List<String> rankers, Map<String, int[]> tops) {

    public ScoredStep {
        rankers = List.copyOf(rankers);
        tops = Map.copyOf(tops);
    }
}
