package org.amalgam.report;

import static java.util.Objects.requireNonNull;

import org.amalgam.domain.ResourceUse;

/**
 * What a replay took of its machine. Differs from run to run.
 *
 * @param events replayed
 * @param seconds from the first one's start to the last one's end
 * @param batchesDropped batches that members never learned from; 0 unless one hung
 */
public record RunTelemetry(long events, double seconds, ResourceUse use, long batchesDropped) {

    public RunTelemetry {
        requireNonNull(use, "use");
    }

    /** Mean over the run; 0 for a run without a measurable length. */
    public double eventsPerSecond() {
        return seconds > 0 ? events / seconds : 0;
    }
}
