package org.amalgam.feature;

import java.time.Instant;
import java.util.Optional;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;

/** The latest steps of one user, bounded. Not thread-safe. */
final class UserTrail {

    private final SessionSettings settings;
    private final LatestSteps session;
    private final LatestSteps history;

    UserTrail(SessionSettings settings) {
        this(
                settings,
                new LatestSteps(settings.maxSteps()),
                new LatestSteps(settings.maxHistory()));
    }

    private UserTrail(SessionSettings settings, LatestSteps session, LatestSteps history) {
        this.settings = settings;
        this.session = session;
        this.history = history;
    }

    UserTrail copy() {
        return new UserTrail(settings, session.copy(), history.copy());
    }

    /** Whether an event at this time would open a session. */
    boolean opensSession(Instant time) {
        return session.isEmpty()
                || time.toEpochMilli() - session.lastMillis() >= settings.gap().toMillis();
    }

    FeatureWindow windowAt(int user, Instant time) {
        if (opensSession(time)) {
            return new FeatureWindow(user, time, ItemSequence.empty(), known(), lastStepAt());
        }
        return new FeatureWindow(user, time, session.sequence(), history.sequence(), lastStepAt());
    }

    /** Time of the latest event; empty before the first. */
    Optional<Instant> lastStepAt() {
        return session.isEmpty()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(session.lastMillis()));
    }

    void append(Event event) {
        if (opensSession(event.time())) {
            history.addAll(session);
            session.clear();
        }
        session.add(event);
    }

    /** The history as it is once the session is over. */
    private ItemSequence known() {
        int ofSession = Math.min(session.size(), settings.maxHistory());
        int ofHistory = Math.min(history.size(), settings.maxHistory() - ofSession);
        return LatestSteps.joined(history, ofHistory, session, ofSession);
    }
}
