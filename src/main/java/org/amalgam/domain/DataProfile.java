package org.amalgam.domain;

import java.util.List;

/** What is in a store, as tables for a person to read. */
public record DataProfile(List<Table> tables) {

    public DataProfile {
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param name a key such as {@code actions}; screens translate it
     * @param rows cells as text, one per column
     */
    public record Table(String name, List<String> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("table " + name + ": row " + row);
                }
            }
        }
    }
}
