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
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.junit.jupiter.api.Test;

class WindowTrackerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SessionSettings SETTINGS =
            new SessionSettings(Duration.ofMinutes(30), 3, 4);

    private final WindowTracker tracker = new WindowTracker(SETTINGS);
    private long number;

    private Event event(int user, int item, long minutes) {
        return new Event(number++, user, item, Action.VIEW, NOON.plusSeconds(60 * minutes));
    }

    private FeatureWindow see(Event event) {
        FeatureWindow window = tracker.before(event);
        tracker.append(event);
        return window;
    }

    @Test
    void aUsersFirstEventHasNothingBefore() {
        FeatureWindow window = see(event(1, 10, 0));
        assertTrue(window.session().isEmpty());
        assertTrue(window.history().isEmpty());
    }

    @Test
    void eventsLessThanTheGapApartAreOneSession() {
        see(event(1, 10, 0));
        see(event(1, 11, 29));
        FeatureWindow window = see(event(1, 12, 58));
        assertEquals(ItemSequence.ofViews(10, 11), window.session());
        assertEquals(29 * 60, window.session().gapSeconds(1));
    }

    @Test
    void aGapOfExactlyTheSettingOpensASessionAndKeepsTheHistory() {
        see(event(1, 10, 0));
        FeatureWindow window = see(event(1, 11, 30));
        assertTrue(window.session().isEmpty());
        assertEquals(ItemSequence.ofViews(10), window.history());
        assertEquals(ItemSequence.ofViews(10), window.context());
    }

    @Test
    void usersDoNotSeeEachOther() {
        see(event(1, 10, 0));
        see(event(2, 20, 1));
        assertEquals(ItemSequence.ofViews(10), see(event(1, 11, 2)).session());
    }

    @Test
    void sessionAndHistoryAreBoundedToTheLatestSteps() {
        for (int i = 0; i < 6; i++) {
            see(event(1, 10 + i, i));
        }
        assertEquals(ItemSequence.ofViews(13, 14, 15), see(event(1, 16, 6)).session());
        FeatureWindow next = see(event(1, 17, 100));
        assertEquals(ItemSequence.ofViews(14, 15, 16), next.history().tail(3));
        assertTrue(next.history().length() <= 4);
    }

    @Test
    void trackedSessionsAreTheBuiltSessions() {
        List<Event> events = randomEvents();
        List<Session> built = new SessionBuilder(SETTINGS).build(events.iterator());
        int opened = 0;
        for (Event event : events) {
            if (see(event).session().isEmpty()) {
                opened++;
            }
        }
        assertEquals(opened, built.size());
        assertEquals(events.size(), built.stream().mapToInt(s -> s.steps().length()).sum());
        for (int i = 1; i < built.size(); i++) {
            assertTrue(!built.get(i).start().isBefore(built.get(i - 1).start()));
        }
    }

    private List<Event> randomEvents() {
        Random random = new Random(5);
        List<Event> events = new ArrayList<>();
        long minute = 0;
        for (int i = 0; i < 500; i++) {
            minute += random.nextInt(12);
            events.add(event(random.nextInt(7), random.nextInt(50), minute));
        }
        return events;
    }
}
