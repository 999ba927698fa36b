package org.amalgam.pipeline;

import java.time.Instant;
import java.util.List;

/** What was trained, on what, and how long it took. */
public record TrainingReport(Instant until, long sessions, long events, List<Trained> members) {

    public TrainingReport {
        members = List.copyOf(members);
    }

    /** One member. */
    public record Trained(String member, double seconds) {}
}
