package org.amalgam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.amalgam.domain.Action;
import org.amalgam.domain.ItemActivity;
import org.amalgam.domain.ShopperFunnel;

/** Counts by item over the replayed events, made by the database. Thread-safe. */
public final class ItemStatistics {

    private static final String ACTIVITY =
            """
            SELECT item_id,
                   COUNT(*),
                   COUNT(CASE WHEN action = ? THEN 1 END),
                   COUNT(CASE WHEN action = ? THEN 1 END),
                   COUNT(CASE WHEN action = ? THEN 1 END),
                   COUNT(CASE WHEN occurred_at < ? THEN 1 END),
                   MIN(occurred_at),
                   MAX(occurred_at)
              FROM event
             WHERE %s
             GROUP BY item_id
             ORDER BY item_id
            """;

    private static final String FUNNEL =
            """
            SELECT COUNT(*), SUM(GREATEST(carted, bought)), SUM(bought)
              FROM (SELECT user_id,
                           MAX(CASE WHEN action = ? THEN 1 ELSE 0 END) AS carted,
                           MAX(CASE WHEN action = ? THEN 1 ELSE 0 END) AS bought
                      FROM event
                     WHERE item_id = ? AND action IN (?, ?, ?) AND %s
                     GROUP BY user_id)
            """;

    private final Database database;

    ItemStatistics(Database database) {
        this.database = database;
    }

    /**
     * Items that have an event, in order of their numbers.
     *
     * @param learnedUntil where {@link ItemActivity#learned} ends
     */
    public List<ItemActivity> activity(Instant learnedUntil) {
        try (Connection connection = database.connect();
                PreparedStatement query = visible(connection, ACTIVITY)) {
            query.setInt(1, Action.VIEW.code());
            query.setInt(2, Action.ADD_TO_CART.code());
            query.setInt(3, Action.PURCHASE.code());
            query.setLong(4, EventReader.ceilMillis(learnedUntil));
            try (ResultSet rows = query.executeQuery()) {
                List<ItemActivity> items = new ArrayList<>();
                while (rows.next()) {
                    items.add(activity(rows));
                }
                return items;
            }
        } catch (SQLException e) {
            throw new StoreException("counting items' events in " + database.name(), e);
        }
    }

    private static ItemActivity activity(ResultSet row) throws SQLException {
        return new ItemActivity(
                row.getInt(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                Instant.ofEpochMilli(row.getLong(7)),
                Instant.ofEpochMilli(row.getLong(8)));
    }

    /** How far shoppers came with an item; looks at all events, which may take seconds. */
    public ShopperFunnel funnel(int item) {
        try (Connection connection = database.connect();
                PreparedStatement query = visible(connection, FUNNEL)) {
            query.setInt(1, Action.ADD_TO_CART.code());
            query.setInt(2, Action.PURCHASE.code());
            query.setInt(3, item);
            query.setInt(4, Action.VIEW.code());
            query.setInt(5, Action.ADD_TO_CART.code());
            query.setInt(6, Action.PURCHASE.code());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new ShopperFunnel(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        } catch (SQLException e) {
            throw new StoreException("counting shoppers of an item in " + database.name(), e);
        }
    }

    private static PreparedStatement visible(Connection connection, String sql)
            throws SQLException {
        return connection.prepareStatement(sql.formatted(VisibleEvents.now(connection).replayed()));
    }
}
