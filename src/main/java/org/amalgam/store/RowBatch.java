package org.amalgam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.amalgam.domain.CatalogueLine;
import org.amalgam.domain.LogLine;
import org.amalgam.domain.RejectedLine;

/**
 * Rows of one source that wait to be written together. Gives users and items their numbers. Belongs
 * to its connection's thread.
 */
final class RowBatch implements AutoCloseable {

    private static final String USERS = "SELECT id, external_id FROM app_user ORDER BY id";
    private static final String ITEMS = "SELECT id, external_id FROM item ORDER BY id";
    private static final String ADD_USER = "INSERT INTO app_user (id, external_id) VALUES (?, ?)";
    private static final String ADD_ITEM = "INSERT INTO item (id, external_id) VALUES (?, ?)";

    private static final String DESCRIBE =
            """
            UPDATE item
               SET title = COALESCE(?, title), title_zh = COALESCE(?, title_zh),
                   brand = COALESCE(?, brand), category = COALESCE(?, category),
                   price = COALESCE(?, price)
             WHERE id = ?
            """;

    private final IdDictionary users;
    private final IdDictionary items;
    private final int usersBefore;
    private final int itemsBefore;
    private final PreparedStatement addUser;
    private final PreparedStatement addItem;
    private final EventColumns events;
    private final RejectedRows rejected;
    private final PreparedStatement describe;
    private int source;

    RowBatch(Connection connection) throws SQLException {
        users = IdDictionary.load(connection, USERS);
        items = IdDictionary.load(connection, ITEMS);
        usersBefore = users.size();
        itemsBefore = items.size();
        addUser = connection.prepareStatement(ADD_USER);
        addItem = connection.prepareStatement(ADD_ITEM);
        events = new EventColumns(connection);
        rejected = new RejectedRows(connection);
        describe = connection.prepareStatement(DESCRIBE);
    }

    /** Sets which source the rows to come are of. */
    void of(int sourceId) {
        source = sourceId;
    }

    /** Users there were before this batch was opened; newer ones have this number or a higher. */
    int usersBefore() {
        return usersBefore;
    }

    int itemsBefore() {
        return itemsBefore;
    }

    SourceWriter.Numbers add(LogLine line, OptionalDouble rating) throws SQLException {
        int user = number(line.user(), users, addUser);
        OptionalInt item =
                line.item().isPresent()
                        ? OptionalInt.of(number(line.item().get(), items, addItem))
                        : OptionalInt.empty();
        events.add(EventKey.of(source, line.line()), user, item, line, rating);
        return new SourceWriter.Numbers(user, item);
    }

    void add(RejectedLine line) throws SQLException {
        rejected.add(source, line);
    }

    void add(CatalogueLine line) throws SQLException {
        setText(describe, 1, line.title());
        setText(describe, 2, line.titleZh());
        setText(describe, 3, line.brand());
        setText(describe, 4, line.category());
        setNumber(describe, 5, line.price());
        describe.setInt(6, number(line.item(), items, addItem));
        describe.addBatch();
    }

    /** Hands all waiting rows to the database; does not commit. */
    void write() throws SQLException {
        addUser.executeBatch();
        addItem.executeBatch(); // before what describes them
        describe.executeBatch();
        events.write();
        rejected.write();
    }

    private static int number(String id, IdDictionary dictionary, PreparedStatement insert)
            throws SQLException {
        if (dictionary.knows(id)) {
            return dictionary.number(id);
        }
        int number = dictionary.add(id);
        insert.setInt(1, number);
        insert.setString(2, id);
        insert.addBatch();
        return number;
    }

    private static void setText(PreparedStatement statement, int at, Optional<String> text)
            throws SQLException {
        statement.setString(at, text.orElse(null));
    }

    private static void setNumber(PreparedStatement statement, int at, OptionalDouble number)
            throws SQLException {
        if (number.isPresent()) {
            statement.setDouble(at, number.getAsDouble());
        } else {
            statement.setNull(at, Types.DOUBLE);
        }
    }

    @Override
    public void close() throws SQLException {
        try (addUser;
                addItem;
                events;
                rejected;
                describe) {
            // Each is closed even where another cannot be.
        }
    }
}
