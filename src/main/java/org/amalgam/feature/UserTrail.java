package org.amalgam.feature;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;

/** The latest steps of one user, bounded. Not thread-safe. */
final class UserTrail {

    private final SessionSettings settings;
    private final Deque<Event> session = new ArrayDeque<>();
    private final Deque<Event> history = new ArrayDeque<>();

    UserTrail(SessionSettings settings) {
        this.settings = settings;
    }

    UserTrail copy() {
        UserTrail other = new UserTrail(settings);
        other.session.addAll(session);
        other.history.addAll(history);
        return other;
    }

    /** Whether an event at this time would open a session. */
    boolean opensSession(Instant time) {
        return session.isEmpty()
                || Duration.between(session.getLast().time(), time).compareTo(settings.gap()) >= 0;
    }

    FeatureWindow windowAt(int user, Instant time) {
        if (!opensSession(time)) {
            return new FeatureWindow(
                    user, time, sequence(session), sequence(history), lastStepAt());
        }
        List<Event> before = new ArrayList<>(history);
        before.addAll(session);
        int surplus = Math.max(0, before.size() - settings.maxHistory());
        return new FeatureWindow(
                user,
                time,
                ItemSequence.empty(),
                ItemSequence.of(before.subList(surplus, before.size())),
                lastStepAt());
    }

    /** Time of the latest event; empty before the first. */
    Optional<Instant> lastStepAt() {
        return Optional.ofNullable(session.peekLast()).map(Event::time);
    }

    void append(Event event) {
        if (opensSession(event.time())) {
            session.forEach(step -> addBounded(history, step, settings.maxHistory()));
            session.clear();
        }
        addBounded(session, event, settings.maxSteps());
    }

    private static ItemSequence sequence(Deque<Event> steps) {
        return ItemSequence.of(new ArrayList<>(steps));
    }

    private static void addBounded(Deque<Event> steps, Event event, int bound) {
        steps.addLast(event);
        if (steps.size() > bound) {
            steps.removeFirst();
        }
    }
}
