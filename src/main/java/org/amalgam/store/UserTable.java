package org.amalgam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks users up by number and by the log's own id. */
final class UserTable {

    private static final String ID = "SELECT external_id FROM app_user WHERE id = ?";
    private static final String NUMBER = "SELECT id FROM app_user WHERE external_id = ?";

    private static final String IDS = "SELECT external_id FROM app_user ORDER BY id";

    private UserTable() {}

    /** Ids by number, which has no gaps. */
    static List<String> ids(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IDS);
                var rows = query.executeQuery()) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    static Optional<String> idOf(Connection connection, int user) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ID)) {
            query.setInt(1, user);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    static Optional<Integer> find(Connection connection, String id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NUMBER)) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getInt(1)) : Optional.empty();
            }
        }
    }
}
