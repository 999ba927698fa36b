package org.amalgam.pipeline;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.amalgam.domain.Event;
import org.amalgam.domain.stage.EventSource;

/** Cuts a log into sessions and keeps only how long each is. */
final class SessionLengths {

    private final long gapMillis;
    private final IntArrayList finished = new IntArrayList();
    private int[] running = new int[1_024];
    private long[] lastMillis = new long[1_024];

    private SessionLengths(Duration gap) {
        this.gapMillis = gap.toMillis();
    }

    /**
     * Events of every session, in no particular order.
     *
     * @param gap events of a user less than this apart are in one session
     */
    static int[] of(EventSource events, Duration gap) {
        SessionLengths lengths = new SessionLengths(gap);
        try (EventSource.Cursor cursor = events.open(Instant.MIN, Instant.MAX)) {
            cursor.forEachRemaining(lengths::add);
        }
        for (int length : lengths.running) {
            if (length > 0) {
                lengths.finished.add(length);
            }
        }
        return lengths.finished.toIntArray();
    }

    private void add(Event event) {
        int user = event.user();
        if (user >= running.length) {
            int size = Math.max(user + 1, running.length * 2);
            running = Arrays.copyOf(running, size);
            lastMillis = Arrays.copyOf(lastMillis, size);
        }
        long millis = event.time().toEpochMilli();
        if (running[user] > 0 && millis - lastMillis[user] >= gapMillis) {
            finished.add(running[user]);
            running[user] = 0;
        }
        running[user]++;
        lastMillis[user] = millis;
    }
}
