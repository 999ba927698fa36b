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
}
