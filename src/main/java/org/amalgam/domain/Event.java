package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One thing a user did with one item. Searches, which have no item, are kept in the store but are
 * not part of the event stream the members see.
 *
 * @param number position in the store's replay order, from 0, without gaps
 * @param user dense user number, ≥ 0
 * @param item dense item number, ≥ 0
 * @param time event time (UTC), never wall-clock time
 */
public record Event(long number, int user, int item, Action action, Instant time) {

    public Event {
        requireNonNull(action, "action");
        requireNonNull(time, "time");
        if (number < 0 || user < 0 || item < 0) {
            throw new IllegalArgumentException(
                    "event " + number + ": user " + user + ", item " + item + " must be ≥ 0");
        }
    }
}
