package org.amalgam.domain.stage;

import java.time.Instant;
import java.util.Iterator;
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

    /** An open stream of events; belongs to the thread that opened it. */
    interface Cursor extends Iterator<Event>, AutoCloseable {
        @Override
        void close();
    }
}
