package org.amalgam.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.junit.jupiter.api.Test;

class ForesightTrackerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofMinutes(30), 3, 4);
    private static final int USERS = 9;

    private final Random random = new Random(3);
    private final WindowTracker now = new WindowTracker(SETTINGS);
    private final ForesightTracker ahead = new ForesightTracker(now);

    private List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        long minute = 0;
        for (int i = 0; i < count; i++) {
            minute += random.nextInt(8);
            Instant time = NOON.plusSeconds(60 * minute);
            events.add(new Event(i, random.nextInt(USERS), random.nextInt(50), Action.VIEW, time));
        }
        return events;
    }

    @Test
    void whatIsForeseenIsWhatIsKnownWhenItComesToIt() {
        List<Event> events = events(2_000);
        List<FeatureWindow> foreseen = new ArrayList<>();
        int foreseenUsers = 0;
        for (int taken = 0; taken < events.size(); taken++) {
            int until = Math.min(events.size(), taken + random.nextInt(12));
            while (foreseen.size() < until) {
                Event next = events.get(foreseen.size());
                foreseen.add(ahead.before(next));
                ahead.append(next);
            }
            foreseenUsers = Math.max(foreseenUsers, ahead.users());
            Event event = events.get(taken);
            FeatureWindow known = now.before(event);
            now.append(event);
            if (foreseen.size() > taken) {
                assertEquals(known, foreseen.get(taken));
                ahead.caughtUp(event);
            } else {
                foreseen.add(known);
            }
        }
        assertTrue(foreseenUsers > 3, "users with several events to come");
        assertEquals(0, ahead.users());
    }

    @Test
    void lookingAheadTellsTheTrackerNothing() {
        Event first = new Event(0, 1, 10, Action.VIEW, NOON);
        Event second = new Event(1, 1, 11, Action.VIEW, NOON.plusSeconds(60));
        ahead.append(first);
        assertEquals(1, ahead.before(second).session().length());
        assertEquals(0, now.before(second).session().length());
    }
}
