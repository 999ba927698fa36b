package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known about a user just before an event.
 *
 * @param asOf time of the coming event; nothing in the window is later
 * @param session steps of the running session, oldest first; empty when the event opens one
 * @param history the user's latest steps before this session, oldest first, bounded
 * @param lastStepAt time of the last step of {@link #context}; empty where the log has no times
 */
public record FeatureWindow(
        int user,
        Instant asOf,
        ItemSequence session,
        ItemSequence history,
        Optional<Instant> lastStepAt) {

    public FeatureWindow {
        requireNonNull(asOf, "asOf");
        requireNonNull(session, "session");
        requireNonNull(history, "history");
        requireNonNull(lastStepAt, "lastStepAt");
    }

    /** A window whose last step has no known time. */
    public FeatureWindow(int user, Instant asOf, ItemSequence session, ItemSequence history) {
        this(user, asOf, session, history, Optional.empty());
    }

    /** The running session, or when it has not begun the steps before it. */
    public ItemSequence context() {
        return session.isEmpty() ? history : session;
    }
}
