package org.amalgam.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.amalgam.ui.export.SafeCsv;

/**
 * A table's cells without any screen: what they say, which are numbers, how they are ordered,
 * searched and written elsewhere. Immutable.
 *
 * @param columns their names
 * @param rows cells, one per column
 */
public record TableText(List<String> columns, List<List<String>> rows) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String NUMBER = "[-+]?\\d[\\d,\\s]*(?:\\.\\d+)?\\s*%?|";

    /** Such as {@code 3.1 %} or {@code 2026-04-11 23:51}: both may be in one column. */
    private static final String FIGURE = "[-+±]?\\d[-\\d,.:\\s%]*|";

    public TableText {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Whether a column holds nothing but numbers. */
    boolean numeric(int column) {
        return all(column, NUMBER);
    }

    /** Whether a column holds figures, so that their last digits belong below each other. */
    boolean figures(int column) {
        return all(column, FIGURE);
    }

    private boolean all(int column, String pattern) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.get(column).matches(pattern));
    }

    /** Numbers by their size, an empty cell first; words as they are read. */
    Comparator<String> order(int column) {
        return numeric(column)
                ? Comparator.comparingDouble(cell -> number(cell).orElse(Double.NEGATIVE_INFINITY))
                : String.CASE_INSENSITIVE_ORDER;
    }

    private static Optional<Double> number(String cell) {
        String digits = cell.replaceAll("[,\\s%]", "");
        return digits.isEmpty() ? Optional.empty() : Optional.of(Double.parseDouble(digits));
    }

    /** Whether every word of a search is in some cell of a row; case does not matter. */
    static boolean matches(List<String> row, String search) {
        String all = String.join("\n", row).toLowerCase(Locale.ROOT);
        return BLANKS.splitAsStream(search.toLowerCase(Locale.ROOT).strip())
                .allMatch(all::contains);
    }

    /** Some rows as tab-separated values with a header, for a clipboard. */
    String tabbed(List<List<String>> chosen) {
        List<List<String>> lines = new ArrayList<>(chosen);
        lines.add(0, columns);
        return lines.stream()
                .map(
                        line ->
                                line.stream()
                                        .map(cell -> cell.replaceAll("[\\t\\r\\n]+", " "))
                                        .map(SafeCsv::cell)
                                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** Some rows as comma-separated values with a header, for a file. */
    String commaSeparated(List<List<String>> chosen) {
        return SafeCsv.text(columns, chosen);
    }
}
