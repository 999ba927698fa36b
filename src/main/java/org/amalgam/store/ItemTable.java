package org.amalgam.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;

/** Reads the items. */
final class ItemTable {

    private static final String ITEMS =
            """
            SELECT id, external_id, title, title_zh, brand, category, price
              FROM item
             ORDER BY id
            """;

    private static final String ID = "SELECT external_id FROM item WHERE id = ?";

    private ItemTable() {}

    static Optional<String> idOf(Connection connection, int item) throws SQLException {
        try (var query = connection.prepareStatement(ID)) {
            query.setInt(1, item);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    static Catalogue read(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(ITEMS);
                var rows = query.executeQuery()) {
            List<Item> items = new ArrayList<>();
            while (rows.next()) {
                items.add(item(rows));
            }
            return new Catalogue(items);
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
}
