package org.amalgam.pipeline;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The wall clock, in nanoseconds from anywhere, and how it passes while nothing comes. */
interface Waiting extends LongSupplier {

    /** Waits. */
    void pause(Duration time) throws InterruptedException;

    /** As it really passes. */
    static Waiting real() {
        return new Waiting() {
            @Override
            public void pause(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis());
            }

            @Override
            public long getAsLong() {
                return System.nanoTime();
            }
        };
    }
}
