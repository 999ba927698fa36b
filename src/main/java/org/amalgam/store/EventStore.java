package org.amalgam.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EventSource;

/**
 * The store of one shop: its events, users and items in one H2 file. Opening it locks the file
 * against other processes. Replays only sources that were imported to their end, without bots and
 * without searches that led to no item. Thread-safe; one import at a time.
 */
public final class EventStore implements EventSource, AutoCloseable {

    private static final String SPAN =
            "SELECT MIN(occurred_at), MAX(occurred_at), COUNT(*) FROM event WHERE %s";

    private static final String TIME_OF_NTH =
            """
            SELECT occurred_at
              FROM event USE INDEX (event_in_replay_order)
             WHERE occurred_at >= ? AND %s
             ORDER BY occurred_at, id
            OFFSET ? ROWS FETCH NEXT ROW ONLY
            """;

    private final Database database;
    private final Clock clock;
    private final ImportLock lock;
    private final RuleStore rules;
    private final CampaignStore campaigns;
    private volatile Catalogue catalogue;

    EventStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.lock = new ImportLock(database);
        this.rules = new RuleStore(database, clock);
        this.campaigns = new CampaignStore(database, clock, lock);
    }

    /** Whether there is a store at this path, as the user gave it. */
    public static boolean exists(Path path) {
        return Database.exists(path);
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

    private void importEnded() {
        catalogue = null;
        lock.release();
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
        lock.take();
        try {
            return new SourceWriter(database, source, clock, this::importEnded);
        } catch (RuntimeException e) {
            lock.release();
            throw e;
        }
    }

    @Override
    public Catalogue catalogue() {
        Catalogue known = catalogue;
        if (known == null) {
            known = reading("the catalogue", ItemTable::read);
            catalogue = known;
        }
        return known;
    }

    /**
     * Tells what there is to learn from in this store from any other: every source, how it was
     * read, who is a bot. Campaigns are not learned from, so it stays as it is when they change.
     */
    public String digest() {
        return reading("the sources", SourceTable::digest);
    }

    @Override
    public long count(Instant from, Instant until) {
        return reader().count(from, until);
    }

    private EventReader reader() {
        return new EventReader(database, reading("the sources", VisibleEvents::now));
    }

    /** What is in this store now, whatever is added to it later. */
    public EventSource asOfNow() {
        return new StoreAsOf(reader(), catalogue(), this::userId);
    }

    /** Numbers of the users who are marked as bots. */
    public Set<Integer> bots() {
        return Set.copyOf(reading("the bots", VisibleEvents::bots));
    }

    /** Checksums of the sources that were imported to their end. */
    public Set<String> checksums() {
        return reading("the sources", SourceTable::complete);
    }

    /**
     * The log's own id of an item, also of one that came after the {@link #catalogue} was read.
     *
     * @throws IllegalArgumentException if there is no such item
     */
    public String itemId(int item) {
        return reading("an item's id", connection -> ItemTable.idOf(connection, item))
                .orElseThrow(() -> new IllegalArgumentException("there is no item " + item));
    }

    private static PreparedStatement replayed(Connection connection, String sql)
            throws SQLException {
        VisibleEvents visible = VisibleEvents.now(connection);
        return connection.prepareStatement(sql.formatted(visible.replayed()));
    }

    @Override
    public Cursor open(Instant from, Instant until) {
        return reader().open(from, until);
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
            query.setLong(1, Long.MIN_VALUE);
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
        return reading("a user's id", connection -> UserTable.idOf(connection, user))
                .orElseThrow(() -> new IllegalArgumentException("there is no user " + user));
    }

    /** The log's own ids of all users, by number; bots are among them. */
    public List<String> userIds() {
        return List.copyOf(reading("the users", UserTable::ids));
    }

    /** The number of the user with this id of the log's own. */
    public Optional<Integer> findUser(String id) {
        return reading("a user's number", connection -> UserTable.find(connection, id));
    }

    private <T> T reading(String what, Query<T> query) {
        try (Connection connection = database.connect()) {
            return query.run(connection);
        } catch (SQLException e) {
            throw failed("reading " + what, e);
        }
    }

    /** Reads something by a connection that it may use until it returns. */
    @FunctionalInterface
    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    /** The merchandiser's rules. */
    public RuleStore rules() {
        return rules;
    }

    /** What the shop advertised. */
    public CampaignStore campaigns() {
        return campaigns;
    }

    /** Counts for the profile. */
    public StoreStatistics statistics() {
        return new StoreStatistics(database);
    }

    /** Counts by item. */
    public ItemStatistics itemStatistics() {
        return new ItemStatistics(database);
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
