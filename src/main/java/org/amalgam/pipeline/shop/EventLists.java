package org.amalgam.pipeline.shop;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * All events of a source, a list a user, in columns: 21 bytes an event, where an object each would
 * take 60. Immutable, thread-safe.
 */
final class EventLists {

    private static final int PROGRESS_EVERY = 1 << 15;

    // Of user u: places first[u] to first[u + 1], oldest first.
    private final int[] first;
    private final int[] items;
    private final byte[] actions;
    private final long[] times;
    private final long[] numbers;

    private EventLists(Columns all, int users) {
        this.first = new int[users + 1];
        for (int i = 0; i < all.count; i++) {
            first[all.users[i] + 1]++;
        }
        for (int user = 0; user < users; user++) {
            first[user + 1] += first[user];
        }
        this.items = new int[all.count];
        this.actions = new byte[all.count];
        this.times = new long[all.count];
        this.numbers = new long[all.count];
        int[] next = first.clone();
        // The source's order is that of time, and going through it once keeps it for each user.
        for (int i = 0; i < all.count; i++) {
            int place = next[all.users[i]]++;
            items[place] = all.items[i];
            actions[place] = all.actions[i];
            times[place] = all.times[i];
            numbers[place] = i;
        }
    }

    /** In the source's order, growing. */
    private static final class Columns {
        private int[] users = new int[1024];
        private int[] items = new int[1024];
        private byte[] actions = new byte[1024];
        private long[] times = new long[1024];
        private int count;

        void add(Event event) {
            if (count == users.length) {
                int larger = count + count / 2;
                users = Arrays.copyOf(users, larger);
                items = Arrays.copyOf(items, larger);
                actions = Arrays.copyOf(actions, larger);
                times = Arrays.copyOf(times, larger);
            }
            users[count] = event.user();
            items[count] = event.item();
            actions[count] = (byte) event.action().code();
            times[count++] = event.time().toEpochMilli();
        }
    }

    /**
     * @param users how many there are; the source's user numbers are below it
     */
    static EventLists read(EventSource source, int users, TaskMonitor monitor) {
        Columns columns = new Columns();
        long total = source.count(EventSource.BEGINNING, EventSource.END);
        try (EventSource.Cursor cursor = source.open(EventSource.BEGINNING, EventSource.END)) {
            while (cursor.hasNext()) {
                if (columns.count % PROGRESS_EVERY == 0) {
                    monitor.checkCancelled();
                    monitor.progress("reading shoppers", columns.count, total);
                }
                columns.add(cursor.next());
            }
        }
        return new EventLists(columns, users);
    }

    int users() {
        return first.length - 1;
    }

    /** Of all users. */
    int size() {
        return items.length;
    }

    /** Place of a user's first event; that of the next user's first is where they end. */
    int begin(int user) {
        return first[user];
    }

    int end(int user) {
        return first[user + 1];
    }

    int item(int place) {
        return items[place];
    }

    Action action(int place) {
        return Action.ofCode(actions[place]);
    }

    long millis(int place) {
        return times[place];
    }

    /** A user's events, oldest first; made as they are asked for. */
    List<Event> of(int user) {
        return new Events(user);
    }

    private final class Events extends AbstractList<Event> implements RandomAccess {
        private final int user;

        Events(int user) {
            this.user = user;
        }

        @Override
        public Event get(int index) {
            int place = begin(user) + Objects.checkIndex(index, size());
            return new Event(
                    numbers[place],
                    user,
                    item(place),
                    action(place),
                    Instant.ofEpochMilli(millis(place)));
        }

        @Override
        public int size() {
            return end(user) - begin(user);
        }
    }
}
