package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * One scored step: what was asked, what came, and where everybody had put it.
 *
 * @param opensSession the event had no earlier one in its session
 * @param targetKnown the item had occurred before; one that had not is a miss for all
 * @param ranks by ranker name; a ranker that abstained is absent, which counts as a miss
 * @param abstentions reason by ranker name
 * @param stageNanos time spent, by stage name
 */
public record StepOutcome(
        Event event,
        FeatureWindow window,
        boolean opensSession,
        boolean targetKnown,
        Map<String, TargetRank> ranks,
        Map<String, String> abstentions,
        Optional<FusedRanking> fused,
        FusionWeights weights,
        Map<String, Long> stageNanos) {

    public StepOutcome {
        requireNonNull(event, "event");
        requireNonNull(window, "window");
        ranks = Map.copyOf(ranks);
        abstentions = Map.copyOf(abstentions);
        stageNanos = Map.copyOf(stageNanos);
    }

    /** The target is the item of the step before it. */
    public boolean repeatsLastItem() {
        return !window.session().isEmpty() && window.session().lastItem() == event.item();
    }
}
