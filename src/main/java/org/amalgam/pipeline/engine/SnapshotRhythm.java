package org.amalgam.pipeline.engine;

import java.util.function.LongSupplier;

/** When the next snapshot is due, and how fast the replay goes. Belongs to the replay thread. */
final class SnapshotRhythm {

    /** As often as figures can be followed: each snapshot takes percentiles of every stage. */
    private static final long SNAPSHOT_NANOS = 33_000_000L;

    private static final long RATE_NANOS = 500_000_000L;

    private final LongSupplier nanoTime;
    private long lastSnapshot;
    private long rateSince;
    private long rateStep;
    private double eventsPerSecond;

    SnapshotRhythm(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.rateSince = nanoTime.getAsLong();
        this.lastSnapshot = rateSince - SNAPSHOT_NANOS;
    }

    /** Hears of how many steps there have been by now; fewer than before when it went back. */
    void stepped(long steps) {
        long now = nanoTime.getAsLong();
        if (steps < rateStep) {
            rateStep = steps;
            rateSince = now;
        }
        if (now - rateSince >= RATE_NANOS) {
            eventsPerSecond = (steps - rateStep) * 1e9 / (now - rateSince);
            rateSince = now;
            rateStep = steps;
        }
    }

    /**
     * Whether a snapshot is to be made.
     *
     * @param urgent whatever the time since the last one
     */
    boolean due(boolean urgent) {
        long now = nanoTime.getAsLong();
        if (!urgent && now - lastSnapshot < SNAPSHOT_NANOS) {
            return false;
        }
        lastSnapshot = now;
        return true;
    }

    double eventsPerSecond() {
        return eventsPerSecond;
    }
}
