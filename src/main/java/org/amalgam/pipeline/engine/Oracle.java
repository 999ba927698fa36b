package org.amalgam.pipeline.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Event;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.simulate.BestRanks;
import org.amalgam.simulate.ClickTruth;

/**
 * The best possible ranker of a simulated shop, as one more ranker of a step: where the simulator
 * itself had put the item. What holds for all holds for it: an item never seen before is a miss,
 * and so is an event that no visit under way led to (an opinion that falls into another visit).
 * Shows no lists.
 */
public final class Oracle {

    /** As it stands in reports. */
    public static final String NAME = "oracle";

    private final BestRanks best;
    private final EventSource source;
    private final Engagement engagement;

    /**
     * @param best of the shop whose log this source holds
     * @param clicks of the same shop
     */
    public Oracle(BestRanks best, ClickTruth clicks, EventSource source) {
        this.best = requireNonNull(best, "best");
        this.source = requireNonNull(source, "source");
        this.engagement = new Engagement(requireNonNull(clicks, "clicks"), source);
    }

    /** What the shop's shoppers would have clicked; hears of every step. */
    Engagement engagement() {
        return engagement;
    }

    /** When the shop's season turned. */
    Optional<Instant> seasonTurn() {
        return best.seasonTurn();
    }

    /** The step with the rank that the simulator had given its item. */
    ScoredStep with(ScoredStep step) {
        StepOutcome outcome = step.outcome();
        Event event = outcome.event();
        Map<String, TargetRank> ranks = new HashMap<>(outcome.ranks());
        if (outcome.targetKnown()) {
            best.of(
                            event.time(),
                            source.userId(event.user()),
                            source.catalogue().item(event.item()).id(),
                            event.action())
                    .ifPresent(rank -> ranks.put(NAME, new TargetRank(rank, 0)));
        }
        return new ScoredStep(
                new StepOutcome(
                        event,
                        outcome.window(),
                        outcome.opensSession(),
                        outcome.targetKnown(),
                        ranks,
                        outcome.abstentions(),
                        outcome.fused(),
                        outcome.weights(),
                        outcome.stageNanos()),
                step.rankers(),
                step.tops());
    }
}
