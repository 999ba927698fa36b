package org.amalgam.ingest;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;

/** The rows of one session, as they come. */
final class SessionRows {

    private final IntArrayList items = new IntArrayList();
    private final DoubleArrayList times = new DoubleArrayList();
    private double start = Double.POSITIVE_INFINITY;

    void add(int item, double seconds) {
        items.add(item);
        times.add(seconds);
        start = Math.min(start, seconds);
    }

    /** Seconds of the earliest row. */
    double start() {
        return start;
    }

    /** The session of a file that knows no times. */
    Session inFileOrder(int user) {
        return new Session(user, Instant.EPOCH, ItemSequence.ofViews(items.toIntArray()));
    }

    /** The session with its rows in time order, equal times in file order. */
    Session inTimeOrder(int user) {
        List<Event> events = new ArrayList<>(items.size());
        IntStream.range(0, items.size())
                .boxed()
                .sorted(Comparator.comparingDouble(times::getDouble))
                .forEach(
                        row ->
                                events.add(
                                        new Event(
                                                events.size(),
                                                user,
                                                items.getInt(row),
                                                Action.VIEW,
                                                instant(times.getDouble(row)))));
        return new Session(user, events.get(0).time(), ItemSequence.of(events));
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }
}
