package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is known about a user just before an event.
 *
 * @param asOf time of the coming event; nothing in the window is later
 * @param session steps of the running session, oldest first; empty when the event opens one
 * @param history the user's latest steps before this session, oldest first, bounded
 */
public record FeatureWindow(int user, Instant asOf, ItemSequence session, ItemSequence history) {

    public FeatureWindow {
        requireNonNull(asOf, "asOf");
        requireNonNull(session, "session");
        requireNonNull(history, "history");
    }

    /** The running session, or when it has not begun the steps before it. */
    public ItemSequence context() {
        return session.isEmpty() ? history : session;
    }
}
