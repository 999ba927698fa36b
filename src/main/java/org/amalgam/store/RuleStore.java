package org.amalgam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleChange;

/** The rules of a store and the trail of their changes. Thread-safe. */
public final class RuleStore {

    private static final String TRAIL =
            """
            SELECT changed_at, changed_by, reason, rule_id, text_before, text_after
              FROM rule_change
             ORDER BY id DESC
            """;

    private static final String NOTE =
            """
            INSERT INTO rule_change
                   (changed_at, changed_by, reason, rule_id, text_before, text_after)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private final Database database;
    private final Clock clock;

    RuleStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The rules as they stand. */
    public RuleBook book() {
        try (Connection connection = database.connect()) {
            return RuleTable.read(connection);
        } catch (SQLException e) {
            throw new StoreException("reading the rules in " + database.name(), e);
        }
    }

    /**
     * Puts another book in place of the one there is, and notes each rule that differs in the
     * trail, all at once or not at all.
     *
     * @param who the system's user and what he used
     * @param why in his words; may be empty
     * @return the book as it stands now
     */
    public synchronized RuleBook change(RuleBook book, String who, String why) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                note(connection, RuleTable.read(connection), book, who, why);
                RuleTable.write(connection, book);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
            return RuleTable.read(connection);
        } catch (SQLException e) {
            throw new StoreException("changing the rules in " + database.name(), e);
        }
    }

    private void note(Connection connection, RuleBook was, RuleBook is, String who, String why)
            throws SQLException {
        long now = clock.millis();
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            for (int number : was.differences(is)) {
                insert.setLong(1, now);
                insert.setString(2, who);
                insert.setString(3, why);
                insert.setInt(4, number);
                insert.setString(5, was.find(number).map(MerchandisingRule::text).orElse(null));
                insert.setString(6, is.find(number).map(MerchandisingRule::text).orElse(null));
                insert.executeUpdate();
            }
        }
    }

    /** All changes there ever were, newest first. */
    public List<RuleChange> trail() {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(TRAIL);
                ResultSet rows = query.executeQuery()) {
            List<RuleChange> trail = new ArrayList<>();
            while (rows.next()) {
                trail.add(
                        new RuleChange(
                                Instant.ofEpochMilli(rows.getLong(1)),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getInt(4),
                                Optional.ofNullable(rows.getString(5)),
                                Optional.ofNullable(rows.getString(6))));
            }
            return trail;
        } catch (SQLException e) {
            throw new StoreException("reading the trail of rules in " + database.name(), e);
        }
    }
}
