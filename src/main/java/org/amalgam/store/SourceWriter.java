package org.amalgam.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.amalgam.domain.CatalogueLine;
import org.amalgam.domain.LogLine;
import org.amalgam.domain.RejectedLine;

/**
 * Writes one source into the store, line by line in file order, a transaction every few thousand
 * lines. Readers see the source only after {@link #finish}. What is closed before that is kept, and
 * a later writer of the same source goes on after {@link SourceCounts#lastLine}. Not thread-safe;
 * every call throws {@link StoreException} when the database fails.
 */
public final class SourceWriter implements AutoCloseable {

    private static final int BATCH_LINES = 5_000;

    private static final String MARK_BOT = "UPDATE app_user SET bot = TRUE WHERE external_id = ?";

    private static final String HAS_BOTS = "SELECT EXISTS (SELECT 1 FROM app_user WHERE bot)";

    private static final String COUNT_BOTS =
            """
            SELECT COUNT(*)
              FROM event
             WHERE id > ? AND id < ?
               AND user_id IN (SELECT id FROM app_user WHERE bot)
            """;

    private final Database database;
    private final SourceDescription source;
    private final Runnable onClose;
    private final Connection connection;
    private final SourceTable table;
    private final RowBatch rows;
    private final int id;
    private final SourceCounts before;
    private long lastLine;
    private long read;
    private long kept;
    private long rejected;
    private long duplicates;
    private long repaired;
    private int pending;

    /**
     * @param onClose run once, at the end of {@link #close}
     */
    SourceWriter(Database database, SourceDescription source, Clock clock, Runnable onClose) {
        this.database = database;
        this.source = source;
        this.onClose = onClose;
        try {
            connection = database.connect();
        } catch (SQLException e) {
            throw failed(e);
        }
        try {
            connection.setAutoCommit(false);
            table = new SourceTable(connection);
            rows = new RowBatch(connection);
            SourceTable.Row row = table.findOrAdd(source, clock.millis());
            id = row.id();
            before = row.counts();
            rows.of(id);
            resume();
        } catch (SQLException e) {
            closeQuietly(e);
            throw failed(e);
        }
    }

    private void resume() {
        lastLine = before.lastLine();
        read = before.read();
        kept = before.kept();
        rejected = before.rejected();
        duplicates = before.duplicates();
        repaired = before.repaired();
    }

    /** How far the source was before this writer; all zero for a new one. */
    public SourceCounts before() {
        return before;
    }

    /**
     * The dense numbers that a line's user and item have in the store.
     *
     * @param item empty for a search
     */
    public record Numbers(int user, OptionalInt item) {}

    public Numbers keep(LogLine line, OptionalDouble rating, boolean mended) {
        return keep(line, rating, Optional.empty(), mended);
    }

    /**
     * Keeps a line of a log.
     *
     * @param about what the line says of its item
     */
    public Numbers keep(
            LogLine line, OptionalDouble rating, Optional<CatalogueLine> about, boolean mended) {
        try {
            Numbers numbers = rows.add(line, rating);
            if (about.isPresent()) {
                rows.add(about.get());
            }
            kept(line.line(), mended);
            return numbers;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Fills in what is known of an item, adding the item where it is new. */
    public void describe(CatalogueLine line, boolean mended) {
        try {
            rows.add(line);
            kept(line.line(), mended);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public void reject(RejectedLine line) {
        try {
            rows.add(line);
            rejected++;
            advance(line.line());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Counts a line that repeats another of this source. */
    public void passOver(long line) {
        try {
            duplicates++;
            advance(line);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void kept(long line, boolean mended) throws SQLException {
        kept++;
        repaired += mended ? 1 : 0;
        advance(line);
    }

    private void advance(long line) throws SQLException {
        if (line <= lastLine) {
            throw new IllegalArgumentException("line " + line + " after line " + lastLine);
        }
        lastLine = line;
        read++;
        if (++pending == BATCH_LINES) {
            write(false);
        }
    }

    private void write(boolean complete) throws SQLException {
        rows.write();
        table.update(
                id,
                new SourceCounts(complete, lastLine, read, kept, rejected, duplicates, repaired));
        pending = 0;
        if (complete || !source.atomic()) {
            connection.commit();
        }
    }

    /**
     * Writes what waits, marks bots and lets readers see the source, all in one transaction.
     *
     * @param bots original ids of users of this source who are bots
     * @return lines kept by this writer that are of bots, those marked before included
     */
    public long finish(Set<String> bots) {
        try {
            complete(bots);
            return countBots();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Likewise for a source of which more may come: readers see it as the text it is by now.
     *
     * @param sha256 of that text
     */
    public void publish(String sha256, Set<String> bots) {
        try {
            table.identify(id, sha256);
            complete(bots);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void complete(Set<String> bots) throws SQLException {
        rows.write();
        try (var mark = connection.prepareStatement(MARK_BOT)) {
            for (String bot : bots) {
                mark.setString(1, bot);
                mark.addBatch();
            }
            mark.executeBatch();
        }
        write(true);
    }

    /** Most logs have no bots, and then their lines need not be gone through. */
    private boolean hasBots() throws SQLException {
        try (var query = connection.prepareStatement(HAS_BOTS);
                var result = query.executeQuery()) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private long countBots() throws SQLException {
        if (!hasBots()) {
            return 0;
        }
        try (var query = connection.prepareStatement(COUNT_BOTS)) {
            query.setLong(1, EventKey.of(id, before.lastLine()));
            query.setLong(2, EventKey.end(id));
            try (var result = query.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Takes everything of this source out again, and the users and items that came with it. */
    public void undo() {
        try {
            connection.rollback();
            long start = EventKey.of(id, 0);
            long end = EventKey.end(id);
            execute("DELETE FROM event WHERE id >= ? AND id < ?", start, end);
            execute("DELETE FROM rejected_line WHERE id >= ? AND id < ?", start, end);
            execute("DELETE FROM source WHERE id = ?", id);
            // They hold the highest numbers, so the rest stay without gaps.
            execute("DELETE FROM app_user WHERE id >= ?", rows.usersBefore());
            execute("DELETE FROM item WHERE id >= ?", rows.itemsBefore());
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void execute(String sql, long... bounds) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < bounds.length; i++) {
                statement.setLong(i + 1, bounds[i]);
            }
            statement.executeUpdate();
        }
    }

    private StoreException failed(SQLException e) {
        return new StoreException("storing " + source.name() + " in " + database.name(), e);
    }

    private void closeQuietly(SQLException first) {
        try {
            connection.close();
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }

    /** Drops what was not yet committed. */
    @Override
    public void close() {
        try (connection;
                rows) {
            connection.rollback();
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            onClose.run();
        }
    }
}
