package org.amalgam.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EventSource;

/**
 * The store of one shop: its events, users and items in one H2 file. Opening it locks the file
 * against other processes. Replays only sources that were imported to their end, without bots and
 * without searches that led to no item. Thread-safe; one import at a time.
 */
public final class EventStore implements EventSource, AutoCloseable {

    private static final String COUNT =
            "SELECT COUNT(*) FROM event WHERE occurred_at >= ? AND occurred_at < ? AND %s";

    private static final String SPAN =
            "SELECT MIN(occurred_at), MAX(occurred_at), COUNT(*) FROM event WHERE %s";

    private static final String TIME_OF_NTH =
            """
            SELECT occurred_at
              FROM event
             WHERE occurred_at >= ? AND %s
             ORDER BY occurred_at, id
            OFFSET ? ROWS FETCH NEXT ROW ONLY
            """;

    private static final String ITEMS =
            """
            SELECT id, external_id, title, title_zh, brand, category, price
              FROM item
             ORDER BY id
            """;

    private static final String USER = "SELECT external_id FROM app_user WHERE id = ?";

    private final Database database;
    private final Clock clock;
    private final AtomicBoolean importing = new AtomicBoolean();

    EventStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens the store at this path, creating an empty one where there is none.
     *
     * @param path as the user gave it; H2 adds {@code .mv.db}
     * @throws UnusableInput if what is there cannot be used, or nothing can be put there
     */
    public static EventStore open(Path path) {
        return new EventStore(Database.open(path), Clock.systemUTC());
    }

    /** First and last event and how many there are; of what is replayed. */
    public record Span(Instant first, Instant last, long events) {}

    /** How far the source with this checksum was imported; empty when it never was. */
    public Optional<SourceCounts> imported(String sha256) {
        try (Connection connection = database.connect()) {
            return new SourceTable(connection).find(sha256).map(SourceTable.Row::counts);
        } catch (SQLException e) {
            throw failed("looking for a source", e);
        }
    }

    /**
     * Begins or resumes the import of a source; the caller closes the writer.
     *
     * @throws UnusableInput if another import is running
     */
    public SourceWriter write(SourceDescription source) {
        if (!importing.compareAndSet(false, true)) {
            throw new UnusableInput(
                    "another import into " + database.name() + " is running; wait for its end");
        }
        try {
            return new SourceWriter(database, source, clock, () -> importing.set(false));
        } catch (RuntimeException e) {
            importing.set(false);
            throw e;
        }
    }

    @Override
    public Catalogue catalogue() {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(ITEMS);
                ResultSet rows = query.executeQuery()) {
            List<Item> items = new ArrayList<>();
            while (rows.next()) {
                items.add(item(rows));
            }
            return new Catalogue(items);
        } catch (SQLException e) {
            throw failed("reading the catalogue", e);
        }
    }

    private static Item item(ResultSet rows) throws SQLException {
        double number = rows.getDouble(7);
        OptionalDouble price = rows.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
        return new Item(
                rows.getInt(1),
                rows.getString(2),
                Optional.ofNullable(rows.getString(3)),
                Optional.ofNullable(rows.getString(4)),
                Optional.ofNullable(rows.getString(5)),
                Optional.ofNullable(rows.getString(6)),
                price);
    }

    @Override
    public long count(Instant from, Instant until) {
        return count(ceilMillis(from), ceilMillis(until));
    }

    private long count(long fromMillis, long untilMillis) {
        try (Connection connection = database.connect();
                PreparedStatement query = replayed(connection, COUNT)) {
            query.setLong(1, fromMillis);
            query.setLong(2, untilMillis);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw failed("counting events", e);
        }
    }

    private static PreparedStatement replayed(Connection connection, String sql)
            throws SQLException {
        VisibleEvents visible = VisibleEvents.now(connection);
        return connection.prepareStatement(sql.formatted(visible.replayed()));
    }

    @Override
    public Cursor open(Instant from, Instant until) {
        long fromMillis = ceilMillis(from);
        long firstNumber = count(Long.MIN_VALUE, fromMillis);
        return new EventCursor(database, fromMillis, ceilMillis(until), firstNumber);
    }

    /** First and last event time; empty when there is no event. */
    public Optional<Span> timeSpan() {
        try (Connection connection = database.connect();
                PreparedStatement query = replayed(connection, SPAN);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            long events = rows.getLong(3);
            return events == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Span(
                                    Instant.ofEpochMilli(rows.getLong(1)),
                                    Instant.ofEpochMilli(rows.getLong(2)),
                                    events));
        } catch (SQLException e) {
            throw failed("looking for the first and last event", e);
        }
    }

    /**
     * The time with {@code share} of the events before it; with fewer, where several events share
     * the time at which the cut would fall.
     *
     * @param share 0 to 1; at 1 every event is before it
     * @throws UnusableInput if there is no event
     */
    public Instant splitAt(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " must be in [0, 1]");
        }
        Span span =
                timeSpan()
                        .orElseThrow(
                                () ->
                                        new UnusableInput(
                                                database.name()
                                                        + " holds no events; import a log first"));
        long before = Math.round(share * span.events());
        return before == span.events() ? span.last().plusMillis(1) : timeOf(before);
    }

    private Instant timeOf(long number) {
        try (Connection connection = database.connect();
                PreparedStatement query = replayed(connection, TIME_OF_NTH)) {
            query.setLong(1, Long.MIN_VALUE); // a bound makes H2 take the index in replay order
            query.setLong(2, number);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return Instant.ofEpochMilli(rows.getLong(1));
            }
        } catch (SQLException e) {
            throw failed("looking for event " + number, e);
        }
    }

    /**
     * @throws IllegalArgumentException if there is no such user
     */
    @Override
    public String userId(int user) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(USER)) {
            query.setInt(1, user);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalArgumentException("there is no user " + user);
                }
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw failed("looking for a user", e);
        }
    }

    /** Counts for the profile. */
    public StoreStatistics statistics() {
        return new StoreStatistics(database);
    }

    /**
     * Stored times are whole milliseconds, so a bound between two of them is the later one; bounds
     * beyond what a long holds are as good as the last.
     */
    private static long ceilMillis(Instant time) {
        if (time.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) {
            return Long.MIN_VALUE;
        }
        if (!time.isBefore(Instant.ofEpochMilli(Long.MAX_VALUE))) {
            return Long.MAX_VALUE;
        }
        long floor = time.toEpochMilli();
        return Instant.ofEpochMilli(floor).equals(time) ? floor : floor + 1;
    }

    private StoreException failed(String attempted, SQLException e) {
        return new StoreException(attempted + " in " + database.name(), e);
    }

    /** Closes the file. Cursors and writers are to be closed before. */
    @Override
    public void close() {
        database.close();
    }
}
