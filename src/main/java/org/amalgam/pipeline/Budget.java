package org.amalgam.pipeline;

import java.util.function.LongSupplier;

/**
 * Wall time that may be used.
 *
 * @param nanoClock as {@link System#nanoTime}
 * @param start of it, by that clock
 * @param nanos how much there is
 */
record Budget(LongSupplier nanoClock, long start, long nanos) {

    long usedNanos() {
        return nanoClock.getAsLong() - start;
    }

    boolean left() {
        return usedNanos() < nanos;
    }
}
