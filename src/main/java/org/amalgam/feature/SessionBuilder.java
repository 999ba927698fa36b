package org.amalgam.feature;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Event;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;

/** Cuts a time-ordered stream of many users into sessions. */
public final class SessionBuilder {

    private final Duration gap;

    public SessionBuilder(SessionSettings settings) {
        this.gap = settings.gap();
    }

    /**
     * The sessions of these events, in order of their start, sessions that start together in order
     * of user number. Every event is in exactly one session, so some have a single step.
     */
    public List<Session> build(Iterator<Event> events) {
        Int2ObjectOpenHashMap<List<Event>> open = new Int2ObjectOpenHashMap<>();
        List<Session> sessions = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            List<Event> steps = open.get(event.user());
            if (steps != null && isOver(steps, event.time())) {
                sessions.add(session(steps));
                steps = null;
            }
            if (steps == null) {
                steps = new ArrayList<>();
                open.put(event.user(), steps);
            }
            steps.add(event);
        }
        open.values().forEach(steps -> sessions.add(session(steps)));
        sessions.sort(Comparator.comparing(Session::start).thenComparingInt(Session::user));
        return sessions;
    }

    private boolean isOver(List<Event> steps, Instant time) {
        return Duration.between(steps.get(steps.size() - 1).time(), time).compareTo(gap) >= 0;
    }

    private static Session session(List<Event> steps) {
        Event first = steps.get(0);
        return new Session(first.user(), first.time(), ItemSequence.of(steps));
    }
}
