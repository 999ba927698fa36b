package org.amalgam.ui.control;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** A small table to read: a line under each row, numbers on the right. */
public final class TidyTable extends GridPane {

    /**
     * @param rows cells, one per column
     */
    public TidyTable(List<String> columns, List<List<String>> rows) {
        getStyleClass().add("tidy-table");
        int growing = lastTextColumn(columns.size(), rows);
        for (int column = 0; column < columns.size(); column++) {
            boolean numbers = numeric(rows, column);
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHalignment(numbers ? HPos.RIGHT : HPos.LEFT);
            constraints.setHgrow(column == growing ? Priority.ALWAYS : Priority.NEVER);
            getColumnConstraints().add(constraints);
            boolean fixed = column != growing;
            String place = column == 0 ? "tidy-first" : "tidy-later";
            add(cell(columns.get(column), numbers, fixed, "tidy-head", place), column, 0);
            for (int row = 0; row < rows.size(); row++) {
                add(
                        cell(rows.get(row).get(column), numbers, fixed, "tidy-cell", place),
                        column,
                        row + 1);
            }
        }
    }

    private static Label cell(String text, boolean number, boolean fixed, String... styles) {
        Label label = Parts.label(text, styles);
        label.setMaxWidth(Double.MAX_VALUE);
        if (fixed) {
            label.setMinWidth(Label.USE_PREF_SIZE);
        }
        if (number) {
            label.getStyleClass().add("tidy-number");
        }
        return label;
    }

    /** Only one column takes the room that is left, so that numbers stay by their words. */
    private static int lastTextColumn(int columns, List<List<String>> rows) {
        for (int column = columns - 1; column > 0; column--) {
            if (!numeric(rows, column)) {
                return column;
            }
        }
        return 0;
    }

    private static boolean numeric(List<List<String>> rows, int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(row -> row.get(column).matches("[-+]?[\\d.,\\s]*\\d\\s*%?|"));
    }
}
