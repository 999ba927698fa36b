package org.amalgam.feature;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;

/**
 * Goes ahead of a tracker with events that are known before their turn, and tells what will be
 * known then. Holds only users who have such events: of all others the tracker knows no less. Not
 * thread-safe.
 */
public final class ForesightTracker {

    private final WindowTracker now;
    private final Int2ObjectOpenHashMap<Ahead> ahead = new Int2ObjectOpenHashMap<>();

    /** A user's steps with those to come, and how many those are. */
    private static final class Ahead {
        private final UserTrail trail;
        private int toCome;

        Ahead(UserTrail trail) {
            this.trail = trail;
        }
    }

    /**
     * @param now goes on event by event, each of them told to {@link #caughtUp} if it was foreseen
     */
    public ForesightTracker(WindowTracker now) {
        this.now = now;
    }

    /** What will be known just before this event. Looks at its user and time only. */
    public FeatureWindow before(Event event) {
        Ahead of = ahead.get(event.user());
        return of == null ? now.before(event) : of.trail.windowAt(event.user(), event.time());
    }

    /** Foresees the event after all that were foreseen before it. */
    public void append(Event event) {
        Ahead of = ahead.get(event.user());
        if (of == null) {
            of = new Ahead(now.trailOf(event.user()));
            ahead.put(event.user(), of);
        }
        of.trail.append(event);
        of.toCome++;
    }

    /** The tracker has come to this event, the first of those foreseen. */
    public void caughtUp(Event event) {
        Ahead of = ahead.get(event.user());
        if (--of.toCome == 0) {
            ahead.remove(event.user());
        }
    }

    /** Users who have foreseen events. */
    int users() {
        return ahead.size();
    }
}
