package org.amalgam.pipeline.engine;

import java.util.HashMap;
import java.util.Map;
import org.amalgam.domain.StepOutcome;
import org.amalgam.telemetry.AbstentionChanged;

/**
 * Puts it into the flight record when somebody begins to abstain, ceases to, or has a new reason.
 */
final class AbstentionWatch implements StepListener {

    private Map<String, String> before = Map.of();

    @Override
    public void scored(ScoredStep step) {
        StepOutcome outcome = step.outcome();
        Map<String, String> now = outcome.abstentions();
        if (now.equals(before)) {
            return;
        }
        Map<String, String> gone = new HashMap<>(before);
        now.forEach(
                (member, reason) -> {
                    if (!reason.equals(gone.remove(member))) {
                        changed(outcome, member, true, reason);
                    }
                });
        gone.keySet().forEach(member -> changed(outcome, member, false, ""));
        before = now;
    }

    private static void changed(
            StepOutcome outcome, String member, boolean abstains, String reason) {
        AbstentionChanged flight = new AbstentionChanged();
        if (flight.shouldCommit()) {
            flight.fill(outcome.event().number(), member, abstains, reason);
            flight.commit();
        }
    }
}
