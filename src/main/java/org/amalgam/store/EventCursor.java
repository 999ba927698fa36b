package org.amalgam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.stage.EventSource;

/**
 * Events in replay order, read page by page: a replay may take hours, and a result that stays open
 * so long would make H2 keep every older version of the data. Belongs to the thread that opened it.
 */
final class EventCursor implements EventSource.Cursor {

    private static final int PAGE_ROWS = 8_192;

    /**
     * From the time of the last row read; the bracket leaves out what was read at that time. The
     * index is named because H2 else takes the primary key and sorts the whole table for each page.
     */
    private static final String PAGE =
            """
            SELECT occurred_at, id, user_id, item_id, action
              FROM event USE INDEX (event_in_replay_order)
             WHERE occurred_at >= ? AND occurred_at < ? AND (occurred_at > ? OR id > ?) AND %s
             ORDER BY occurred_at, id
             LIMIT %d
            """;

    private final Database database;
    private final Connection connection;
    private final PreparedStatement query;
    private final long untilMillis;
    private final ArrayDeque<Event> page = new ArrayDeque<>(PAGE_ROWS);
    private long number;
    private long lastMillis;
    private long lastId = Long.MIN_VALUE;
    private boolean finished;

    /**
     * @param firstNumber number of the first event at or after {@code fromMillis}
     */
    EventCursor(
            Database database,
            VisibleEvents visible,
            long fromMillis,
            long untilMillis,
            long firstNumber) {
        this.database = database;
        this.untilMillis = untilMillis;
        this.lastMillis = fromMillis;
        this.number = firstNumber;
        try {
            connection = database.connect();
            String sql = PAGE.formatted(visible.replayed(), PAGE_ROWS);
            query = connection.prepareStatement(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public boolean hasNext() {
        if (page.isEmpty() && !finished) {
            readPage();
        }
        return !page.isEmpty();
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException("after event " + (number - 1));
        }
        return page.removeFirst();
    }

    private void readPage() {
        try {
            query.setLong(1, lastMillis);
            query.setLong(2, untilMillis);
            query.setLong(3, lastMillis);
            query.setLong(4, lastId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    page.addLast(event(rows));
                }
            }
            finished = page.size() < PAGE_ROWS;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Event event(ResultSet rows) throws SQLException {
        lastMillis = rows.getLong(1);
        lastId = rows.getLong(2);
        return new Event(
                number++,
                rows.getInt(3),
                rows.getInt(4),
                Action.ofCode(rows.getInt(5)),
                Instant.ofEpochMilli(lastMillis));
    }

    private StoreException failed(SQLException e) {
        return new StoreException("reading events of " + database.name(), e);
    }

    @Override
    public void close() {
        try (connection;
                query) {
            finished = true;
            page.clear();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
