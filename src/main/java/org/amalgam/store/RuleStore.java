package org.amalgam.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleChange;

/** The rules of a store and the trail of their changes. Thread-safe. */
public final class RuleStore {

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
            return Database.atOnce(
                    connection,
                    () -> {
                        RuleBook was = RuleTable.read(connection);
                        RuleTrail.note(connection, was, book, clock.millis(), who, why);
                        RuleTable.write(connection, book);
                        return RuleTable.read(connection);
                    });
        } catch (SQLException e) {
            throw new StoreException("changing the rules in " + database.name(), e);
        }
    }

    /** All changes there ever were, newest first. */
    public List<RuleChange> trail() {
        try (Connection connection = database.connect()) {
            return RuleTrail.read(connection);
        } catch (SQLException e) {
            throw new StoreException("reading the trail of rules in " + database.name(), e);
        }
    }
}
