package org.amalgam.ui.control;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/**
 * A titled table to read: numbers on the right, a click on a column's name sorts. Rows can be
 * filtered by words (Ctrl+F), the chosen ones or all copied (Ctrl+C) and those in sight exported.
 */
public final class TidyTable extends VBox {

    private static final double ROW = 26;
    private static final double HEADER = 28;
    private static final int MOST_ROWS = 12;
    private static final double CELL_PADDING = 22;
    private static final double WIDEST = 420;

    private final TableText text;
    private final TableTools tools;
    private final String title;
    private final FilteredList<List<String>> shown;
    private final TableView<List<String>> table = new TableView<>();
    private final TextField filter = new TextField();
    private final Text measure = new Text();

    /**
     * @param title over the table; an exported file is named after it
     */
    public TidyTable(String title, TableText text, TableTools tools) {
        super(4);
        this.title = title;
        this.text = text;
        this.tools = tools;
        this.shown = new FilteredList<>(FXCollections.observableArrayList(text.rows()));
        getStyleClass().add("tidy-table");
        for (int column = 0; column < text.columns().size(); column++) {
            table.getColumns().add(column(column));
        }
        fillTable();
        getChildren().addAll(head(), filter, table);
        addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
    }

    private void fillTable() {
        SortedList<List<String>> sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setFixedCellSize(ROW);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setAccessibleText(title);
        table.setPlaceholder(Parts.label(tools.messages().text("table.empty"), "hint"));
        double rows = Math.max(1, Math.min(MOST_ROWS, text.rows().size()));
        table.setPrefHeight(HEADER + rows * ROW + 3);
        table.setMinHeight(HEADER + Math.min(rows, 3) * ROW + 3);
        double width = table.getColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum();
        table.setPrefWidth(width + 4);
    }

    private TableColumn<List<String>, String> column(int at) {
        TableColumn<List<String>, String> column = new TableColumn<>(text.columns().get(at));
        boolean numbers = text.figures(at);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(at)));
        column.setComparator(text.order(at));
        column.setReorderable(false);
        column.setCellFactory(made -> new Cell(numbers));
        column.getStyleClass().add(numbers ? "tidy-number" : "tidy-words");
        double widest = width(text.columns().get(at)) + 14;
        for (List<String> row : text.rows()) {
            widest = Math.max(widest, width(row.get(at)));
        }
        double preferred = Math.min(WIDEST, widest + CELL_PADDING);
        column.setPrefWidth(preferred);
        column.setMinWidth(numbers ? preferred : Math.min(preferred, 80));
        return column;
    }

    private double width(String cell) {
        measure.setText(cell);
        return measure.getLayoutBounds().getWidth();
    }

    private StackPane head() {
        Label name = Parts.label(title, "sub-head");
        HBox row = new HBox(name);
        row.setAlignment(Pos.CENTER_LEFT);
        ToolStrip strip = new ToolStrip(this, tools.messages());
        strip.add("filterTable", Feather.FILTER, "table.filter", this::openFilter);
        strip.add("copyTable", Feather.COPY, "table.copy", this::copy);
        strip.add("exportTable", Feather.DOWNLOAD, "table.export", this::export);
        StackPane head = new StackPane(row, strip);
        StackPane.setAlignment(strip, Pos.CENTER_RIGHT);
        filter.promptTextProperty().bind(tools.messages().text("table.filter"));
        filter.accessibleTextProperty().bind(tools.messages().text("table.filter"));
        filter.getStyleClass().add("small");
        Parts.show(filter, false);
        filter.textProperty()
                .addListener(
                        (seen, was, now) ->
                                shown.setPredicate(cells -> TableText.matches(cells, now)));
        return head;
    }

    private void typed(KeyEvent event) {
        boolean typing = filter.isFocused();
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            openFilter();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.C && !typing) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && filter.isVisible()) {
            filter.clear();
            Parts.show(filter, false);
            table.requestFocus();
            event.consume();
        }
    }

    private void openFilter() {
        Parts.show(filter, true);
        filter.requestFocus();
    }

    private void copy() {
        List<List<String>> chosen = table.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(text.tabbed(chosen.isEmpty() ? table.getItems() : chosen));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void export() {
        String name = title.strip().replaceAll("[^\\p{L}\\p{N}]+", "-") + ".csv";
        tools.export().save(getScene().getWindow(), name, text.commaSeparated(table.getItems()));
    }

    private static final class Cell extends TableCell<List<String>, String> {

        Cell(boolean number) {
            setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(String cell, boolean empty) {
            super.updateItem(cell, empty);
            setText(empty ? null : cell);
        }
    }
}
