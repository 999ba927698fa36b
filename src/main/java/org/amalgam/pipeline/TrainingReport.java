package org.amalgam.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.TrainingSpeed;

/**
 * What was trained, on what, and how long it took.
 *
 * @param until first time of which nothing was learned
 * @param kept members that an earlier training had left as they were to be
 */
public record TrainingReport(
        Instant until, long sessions, long events, List<Trained> members, List<String> kept) {

    public TrainingReport {
        members = List.copyOf(members);
        kept = List.copyOf(kept);
    }

    /**
     * One member.
     *
     * @param speed of a network
     */
    public record Trained(String member, double seconds, Optional<TrainingSpeed> speed) {}
}
