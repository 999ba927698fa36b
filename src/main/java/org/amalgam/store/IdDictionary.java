package org.amalgam.store;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Original ids and the dense numbers, from 0, that they got in order of first appearance. Not
 * thread-safe.
 */
final class IdDictionary {

    private static final int ABSENT = -1;

    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();

    IdDictionary() {
        numbers.defaultReturnValue(ABSENT);
    }

    /**
     * Reads all ids of a table.
     *
     * @param query selects number and id, in order of number
     */
    static IdDictionary load(Connection connection, String query) throws SQLException {
        IdDictionary dictionary = new IdDictionary();
        try (var statement = connection.prepareStatement(query);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                int number = dictionary.add(rows.getString(2));
                if (number != rows.getInt(1)) {
                    throw new IllegalStateException(
                            "number " + rows.getInt(1) + " stands at " + number);
                }
            }
        }
        return dictionary;
    }

    boolean knows(String id) {
        return numbers.containsKey(id);
    }

    /** The number of a known id. */
    int number(String id) {
        int number = numbers.getInt(id);
        if (number == ABSENT) {
            throw new IllegalArgumentException("an id that was never added");
        }
        return number;
    }

    /** Gives a new id the next number. */
    int add(String id) {
        int number = numbers.size();
        numbers.put(id, number);
        return number;
    }

    int size() {
        return numbers.size();
    }
}
