package org.amalgam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.amalgam.domain.stage.EventSource;

/** Counts and opens those events of a database that a reader may see. Thread-safe. */
record EventReader(Database database, VisibleEvents visible) {

    private static final String COUNT =
            "SELECT COUNT(*) FROM event WHERE occurred_at >= ? AND occurred_at < ? AND %s";

    long count(Instant from, Instant until) {
        return count(ceilMillis(from), ceilMillis(until));
    }

    private long count(long fromMillis, long untilMillis) {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement(COUNT.formatted(visible.replayed()))) {
            query.setLong(1, fromMillis);
            query.setLong(2, untilMillis);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new StoreException("counting events in " + database.name(), e);
        }
    }

    EventSource.Cursor open(Instant from, Instant until) {
        long fromMillis = ceilMillis(from);
        long firstNumber = count(Long.MIN_VALUE, fromMillis);
        return new EventCursor(database, visible, fromMillis, ceilMillis(until), firstNumber);
    }

    /**
     * Stored times are whole milliseconds, so a bound between two of them is the later one; bounds
     * beyond what a long holds are as good as the last.
     */
    static long ceilMillis(Instant time) {
        if (time.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) {
            return Long.MIN_VALUE;
        }
        if (!time.isBefore(Instant.ofEpochMilli(Long.MAX_VALUE))) {
            return Long.MAX_VALUE;
        }
        long floor = time.toEpochMilli();
        return Instant.ofEpochMilli(floor).equals(time) ? floor : floor + 1;
    }
}
