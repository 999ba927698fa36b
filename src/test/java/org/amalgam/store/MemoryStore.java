package org.amalgam.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.LogLine;
import org.amalgam.domain.stage.EventSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A store in memory, fresh for each test, with the real migrations. */
public final class MemoryStore implements BeforeEachCallback, AfterEachCallback {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final AtomicInteger OPENED = new AtomicInteger();

    private Database database;
    private EventStore store;

    @Override
    public void beforeEach(ExtensionContext context) {
        database = Database.open("mem:test" + OPENED.incrementAndGet(), "test");
        store = new EventStore(database, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        store.close();
    }

    public EventStore store() {
        return store;
    }

    /** For what only another version would write; the caller closes it. */
    Connection connect() throws SQLException {
        return database.connect();
    }

    void insert(String source, LogLine... lines) {
        insert(source, Set.of(), lines);
    }

    void insert(String source, Set<String> bots, LogLine... lines) {
        try (SourceWriter writer = store.write(described(source))) {
            for (LogLine line : lines) {
                writer.keep(line, OptionalDouble.empty(), false);
            }
            writer.finish(bots);
        }
    }

    static SourceDescription described(String source) {
        String checksum = String.format("%64s", source).replace(' ', '0');
        return new SourceDescription(source, checksum, "canonical", false);
    }

    static LogLine viewed(long line, Instant time, String user, String item) {
        return new LogLine(
                line,
                time,
                user,
                Optional.of(item),
                Action.VIEW,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    static List<Event> replayed(EventSource source, Instant from, Instant until) {
        List<Event> events = new ArrayList<>();
        try (EventSource.Cursor cursor = source.open(from, until)) {
            cursor.forEachRemaining(events::add);
        }
        return events;
    }
}
