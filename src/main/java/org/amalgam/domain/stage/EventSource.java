package org.amalgam.domain.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;

/** Where events come from: the store, a growing file, a test's list. */
public interface EventSource {

    /** Before every event there can be. */
    Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    /** After every event there can be. */
    Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /** All items; events carry their dense numbers. */
    Catalogue catalogue();

    /** How many events have {@code from} ≤ time &lt; {@code until}. */
    long count(Instant from, Instant until);

    /**
     * Events with {@code from} ≤ time &lt; {@code until} in order of time, ties in order of source
     * and line. Without bots' events.
     */
    Cursor open(Instant from, Instant until);

    /** The log's own id of a user. */
    String userId(int user);

    /**
     * Whether events are still being added while they are read, so that looking ahead would be
     * waiting. Such a source's end is known only when it is reached, its new events can be opened
     * but once, and items may occur that the {@link #catalogue} does not have.
     */
    default boolean growing() {
        return false;
    }

    /** An open stream of events; belongs to the thread that opened it. */
    interface Cursor extends Iterator<Event>, AutoCloseable {

        /**
         * Waits, at most so long, until {@link #hasNext} can tell at once; always, unless the
         * source is growing.
         */
        default boolean awaitNext(Duration patience) throws InterruptedException {
            return true;
        }

        /**
         * Events that came when later ones had been handed out already, in order of arrival. Each
         * is told once; they belong before the event that is next.
         */
        default List<Event> late() {
            return List.of();
        }

        @Override
        void close();
    }
}
