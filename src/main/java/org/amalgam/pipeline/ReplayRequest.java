package org.amalgam.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to replay and how.
 *
 * @param members members and baselines to run
 * @param fusion how scores are fused and weights set; see {@code --fusion}
 * @param weights weights to begin with; empty for equal ones
 * @param speed event time per real time; infinite for as fast as possible
 * @param from first event replayed; empty for where the stored members' training ended
 * @param until events from here on are not replayed; empty for all
 * @param learn whether members and weights learn while replaying
 * @param strict learn after every event instead of in small batches
 */
public record ReplayRequest(
        List<String> members,
        String fusion,
        Map<String, Double> weights,
        double speed,
        Optional<Instant> from,
        Optional<Instant> until,
        boolean learn,
        boolean strict,
        long seed) {

    public ReplayRequest {
        members = List.copyOf(members);
        weights = Map.copyOf(weights);
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed " + speed + " must be above 0");
        }
    }
}
