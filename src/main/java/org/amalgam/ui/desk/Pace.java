package org.amalgam.ui.desk;

import java.time.Duration;
import java.util.Optional;

/**
 * How long work still takes if it goes on as fast as it went so far. What was done before the first
 * report does not count, for it may have been done at another time.
 */
final class Pace {

    /** Of less than this nothing can be said. */
    private static final double LEAST_DONE = 0.02;

    private double firstShare = -1;
    private long firstNanos;
    private double share;
    private long nanos;

    /**
     * Takes a report.
     *
     * @param done 0 to 1
     * @param at in nanoseconds of any clock that only goes forward
     */
    void report(double done, long at) {
        if (firstShare < 0) {
            firstShare = done;
            firstNanos = at;
        }
        share = done;
        nanos = at;
    }

    /** Time left from a moment on; empty while too little is done to tell. */
    Optional<Duration> left(long at) {
        double done = share - firstShare;
        if (firstShare < 0 || done < LEAST_DONE) {
            return Optional.empty();
        }
        double whole = (nanos - firstNanos) / done * (1 - share);
        return Optional.of(Duration.ofNanos(Math.max(0, Math.round(whole) - (at - nanos))));
    }
}
