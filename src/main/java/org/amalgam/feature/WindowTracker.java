package org.amalgam.feature;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.time.Instant;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;

/**
 * Follows all users through the stream and tells what is known about one just before an event.
 * Memory is bounded per user. Not thread-safe: it belongs to the replay thread.
 */
public final class WindowTracker {

    private final SessionSettings settings;
    private final Int2ObjectOpenHashMap<UserTrail> trails = new Int2ObjectOpenHashMap<>();

    public WindowTracker(SessionSettings settings) {
        this.settings = settings;
    }

    /** A user's steps so far, to go on with apart from this. */
    UserTrail trailOf(int user) {
        return trail(user).copy();
    }

    /** What is known just before this event. Looks at its user and time only. */
    public FeatureWindow before(Event event) {
        return trail(event.user()).windowAt(event.user(), event.time());
    }

    /** What is known as of a user's latest event, whose session is taken as still running. */
    public FeatureWindow now(int user) {
        UserTrail trail = trail(user);
        return trail.windowAt(user, trail.lastStepAt().orElse(Instant.EPOCH));
    }

    /** Makes the event part of what is known. Events come in time order. */
    public void append(Event event) {
        trail(event.user()).append(event);
    }

    /** The same for trackers that know the same, whatever order they learned of users in. */
    public int contentHash() {
        int hash = 0;
        for (int user : trails.keySet()) {
            hash += now(user).hashCode();
        }
        return hash;
    }

    private UserTrail trail(int user) {
        UserTrail trail = trails.get(user);
        if (trail == null) {
            trail = new UserTrail(settings);
            trails.put(user, trail);
        }
        return trail;
    }
}
