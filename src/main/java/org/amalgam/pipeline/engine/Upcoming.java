package org.amalgam.pipeline.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Event;
import org.amalgam.domain.stage.EventSource;

/** The events still to come, of which some may be looked at before their time. */
final class Upcoming implements AutoCloseable {

    private final EventSource.Cursor cursor;
    private final List<Event> read = new ArrayList<>();

    /** Closes the cursor in the end. */
    Upcoming(EventSource.Cursor cursor) {
        this.cursor = cursor;
    }

    /** Waits, at most so long, until it is known whether there is a next event. */
    boolean awaitNext(Duration patience) throws InterruptedException {
        return !read.isEmpty() || cursor.awaitNext(patience);
    }

    /** Events before the next one whose place in the order had passed when they came. */
    List<Event> late() {
        return cursor.late();
    }

    /** The event that comes next; empty at the end. */
    Optional<Event> next() {
        List<Event> one = first(1);
        return one.isEmpty() ? Optional.empty() : Optional.of(one.get(0));
    }

    /** The next so many events, or as many as there are; of use until one of them is taken. */
    List<Event> first(int count) {
        while (read.size() < count && cursor.hasNext()) {
            read.add(cursor.next());
        }
        return read.subList(0, Math.min(count, read.size()));
    }

    /**
     * How many of the events to come happened up to this time.
     *
     * @param most more are not counted, nor read
     */
    int until(Instant time, int most) {
        while (read.size() < most
                && (read.isEmpty() || !read.get(read.size() - 1).time().isAfter(time))
                && cursor.hasNext()) {
            read.add(cursor.next());
        }
        int count = Math.min(most, read.size());
        while (count > 0 && read.get(count - 1).time().isAfter(time)) {
            count--;
        }
        return count;
    }

    /** The event that came next has been taken. */
    void taken() {
        read.remove(0);
    }

    @Override
    public void close() {
        cursor.close();
    }
}
