package org.amalgam.pipeline.engine;

import java.util.function.LongSupplier;

/** How many events were replayed, and the time from the first one's start to the last one's end. */
final class RunClock {

    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoTime;
    private long events;
    private long start;
    private long end;

    RunClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** An event is about to be replayed. */
    void begun() {
        if (events == 0) {
            start = nanoTime.getAsLong();
        }
    }

    /** It was. */
    void taken() {
        events++;
        end = nanoTime.getAsLong();
    }

    long events() {
        return events;
    }

    double seconds() {
        return (end - start) / NANOS_PER_SECOND;
    }
}
