package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Events of one user with gaps below the session gap.
 *
 * @param start time of the first step
 */
public record Session(int user, Instant start, ItemSequence steps) {

    public Session {
        requireNonNull(start, "start");
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("session of user " + user + " without steps");
        }
    }

    /**
     * Time of step i, to the millisecond; where gaps are unknown, that of the step before.
     *
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public Instant timeOf(int i) {
        return start.plusMillis(Math.round(1000 * steps.secondsUntil(i)));
    }

    /** Time of the last step. */
    public Instant end() {
        return timeOf(steps.length() - 1);
    }
}
