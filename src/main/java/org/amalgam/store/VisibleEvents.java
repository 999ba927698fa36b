package org.amalgam.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which rows of {@code event} a reader may see, as conditions with the numbers written into them:
 * H2 tests a written-out list several times faster than a subquery. What is imported later stays
 * unseen, so a reader that goes page by page sees one state of the store. Immutable.
 */
final class VisibleEvents {

    private static final String SOURCES = "SELECT id FROM source WHERE complete = ? ORDER BY id";
    private static final String BOTS = "SELECT id FROM app_user WHERE bot ORDER BY id";

    private final String condition;

    private VisibleEvents(String condition) {
        this.condition = condition;
    }

    static VisibleEvents now(Connection connection) throws SQLException {
        List<Integer> complete = numbers(connection, SOURCES, true);
        List<Integer> incomplete = numbers(connection, SOURCES, false);
        List<Integer> bots = bots(connection);
        int last = complete.isEmpty() ? -1 : complete.get(complete.size() - 1);
        StringBuilder sql = new StringBuilder("id < " + EventKey.end(last));
        for (int source : incomplete) {
            sql.append(" AND (id < ").append(EventKey.of(source, 0));
            sql.append(" OR id >= ").append(EventKey.end(source)).append(')');
        }
        if (!bots.isEmpty()) {
            sql.append(" AND user_id NOT IN (");
            sql.append(bots.stream().map(String::valueOf).collect(Collectors.joining(",")));
            sql.append(')');
        }
        return new VisibleEvents(sql.toString());
    }

    /** Users whose events nobody sees. */
    static List<Integer> bots(Connection connection) throws SQLException {
        return numbers(connection, BOTS, null);
    }

    private static List<Integer> numbers(Connection connection, String sql, Boolean argument)
            throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            if (argument != null) {
                query.setBoolean(1, argument);
            }
            try (var rows = query.executeQuery()) {
                List<Integer> numbers = new ArrayList<>();
                while (rows.next()) {
                    numbers.add(rows.getInt(1));
                }
                return numbers;
            }
        }
    }

    /** Of complete sources, without bots. */
    String all() {
        return condition;
    }

    /** Those that are replayed: with an item. */
    String replayed() {
        return "item_id IS NOT NULL AND " + condition;
    }
}
