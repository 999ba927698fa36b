package org.amalgam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.amalgam.domain.RejectedLine;

/** Rejected lines that wait to be written together. Belongs to its connection's thread. */
final class RejectedRows implements AutoCloseable {

    private static final String ADD =
            "INSERT INTO rejected_line (id, reason, detail) VALUES (?, ?, ?)";

    private final PreparedStatement insert;

    RejectedRows(Connection connection) throws SQLException {
        insert = connection.prepareStatement(ADD);
    }

    void add(int source, RejectedLine line) throws SQLException {
        insert.setLong(1, EventKey.of(source, line.line()));
        insert.setString(2, line.reason().name());
        insert.setString(3, line.detail());
        insert.addBatch();
    }

    /** Hands them to the database; does not commit. */
    void write() throws SQLException {
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
