package org.amalgam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.amalgam.domain.Action;

/**
 * Counts over the store, made by the database: results have a row a day, a user or an item, never
 * one an event. Only complete sources count; bots only where said. Thread-safe.
 */
public final class StoreStatistics {

    private static final String BY_DAY =
            """
            SELECT epoch_day, action, COUNT(*)
              FROM (SELECT CAST(FLOOR(occurred_at / 86400000.0) AS BIGINT) AS epoch_day, action
                      FROM event
                     WHERE %s)
             GROUP BY epoch_day, action
             ORDER BY epoch_day, action
            """;

    private static final String BY_USER = "SELECT COUNT(*) FROM event WHERE %s GROUP BY user_id";
    private static final String BY_ITEM = "SELECT COUNT(*) FROM event WHERE %s GROUP BY item_id";

    private static final String TOP_ITEMS =
            """
            SELECT external_id, title, events, users
              FROM (SELECT item_id, COUNT(*) AS events, COUNT(DISTINCT user_id) AS users
                      FROM event
                     WHERE %s
                     GROUP BY item_id
                     ORDER BY events DESC, item_id
                     LIMIT %d)
              JOIN item ON item.id = item_id
             ORDER BY events DESC, item_id
            """;

    private static final String SOURCES =
            """
            SELECT name, format, imported_at, complete, last_line,
                   read_lines, kept, rejected, duplicates, repaired
              FROM source
             ORDER BY id
            """;

    private static final String TOTALS =
            """
            SELECT (SELECT COUNT(*) FROM app_user),
                   (SELECT COUNT(*) FROM app_user WHERE bot),
                   (SELECT COUNT(*) FROM item),
                   (SELECT COUNT(*) FROM rejected_line)
            """;

    private final Database database;

    StoreStatistics(Database database) {
        this.database = database;
    }

    /** Events of one kind on one day (UTC). */
    public record DayCount(LocalDate day, Action action, long events) {}

    /** An often seen item; the title is empty where none is known. */
    public record ItemCount(String item, String title, long events, long users) {}

    /** An imported file. */
    public record Source(String name, String format, Instant importedAt, SourceCounts counts) {}

    /** How many there are, bots among the users. */
    public record Totals(long users, long bots, long items, long rejected) {}

    /** Reads one row. */
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public List<DayCount> byDay() {
        return rows(
                visible -> BY_DAY.formatted(visible.all()),
                row ->
                        new DayCount(
                                LocalDate.ofEpochDay(row.getLong(1)),
                                Action.ofCode(row.getInt(2)),
                                row.getLong(3)));
    }

    /** Replayed events of each user who has one, in no particular order. */
    public int[] eventsByUser() {
        return counts(BY_USER);
    }

    /** Replayed events of each item that has one, in no particular order. */
    public int[] eventsByItem() {
        return counts(BY_ITEM);
    }

    private int[] counts(String query) {
        return rows(visible -> query.formatted(visible.replayed()), row -> row.getInt(1)).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The items with most events, most first. */
    public List<ItemCount> topItems(int limit) {
        return rows(
                visible -> TOP_ITEMS.formatted(visible.replayed(), limit),
                row ->
                        new ItemCount(
                                row.getString(1),
                                row.getString(2) == null ? "" : row.getString(2),
                                row.getLong(3),
                                row.getLong(4)));
    }

    /** All sources in order of import, incomplete ones too. */
    public List<Source> sources() {
        return rows(
                visible -> SOURCES,
                row ->
                        new Source(
                                row.getString(1),
                                row.getString(2),
                                Instant.ofEpochMilli(row.getLong(3)),
                                new SourceCounts(
                                        row.getBoolean(4),
                                        row.getLong(5),
                                        row.getLong(6),
                                        row.getLong(7),
                                        row.getLong(8),
                                        row.getLong(9),
                                        row.getLong(10))));
    }

    public Totals totals() {
        return rows(
                        visible -> TOTALS,
                        row ->
                                new Totals(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .get(0);
    }

    private <T> List<T> rows(Function<VisibleEvents, String> sql, RowReader<T> reader) {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement(sql.apply(VisibleEvents.now(connection)));
                ResultSet rows = query.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        } catch (SQLException e) {
            throw new StoreException("counting what is in " + database.name(), e);
        }
    }
}
