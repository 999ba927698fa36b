package org.amalgam.cli;

import java.util.List;
import org.amalgam.domain.DataProfile;

/** Lays a table out in columns. */
final class TextTable {

    private TextTable() {}

    static String of(DataProfile.Table table) {
        int[] widths = new int[table.columns().size()];
        measure(widths, table.columns());
        table.rows().forEach(row -> measure(widths, row));
        StringBuilder text = new StringBuilder(table.name()).append(System.lineSeparator());
        append(text, widths, table.columns());
        table.rows().forEach(row -> append(text, widths, row));
        return text.toString();
    }

    private static void measure(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private static void append(StringBuilder text, int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            text.append("  ").append(cell).append(" ".repeat(widths[i] - cell.length()));
        }
        text.append(System.lineSeparator());
    }
}
