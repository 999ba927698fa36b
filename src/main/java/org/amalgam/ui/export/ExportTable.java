package org.amalgam.ui.export;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A table to be written.
 *
 * @param name of the sheet, at most 31 characters, none of them one of {@code []:*?/\}
 * @param columns heads
 * @param rows cells, as many as columns each: a text, a {@link Number}, an {@link
 *     java.time.Instant}, or an {@link java.util.Optional} of one of them
 */
public record ExportTable(String name, List<String> columns, List<List<?>> rows) {

    public ExportTable {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<?> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row + " under " + columns);
            }
        }
    }
}
