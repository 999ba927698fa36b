package org.amalgam.ui.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.amalgam.ui.control.ItemPicture;
import org.amalgam.ui.control.Parts;

/** The items listed, as many as there are; only what can be seen is drawn. */
final class ItemTable extends TableView<CatalogueRow> {

    private static final double ROW = 34;
    private static final double PICTURE = 24;
    private static final double TITLE_WIDTH = 330;

    private final CatalogueViewModel model;
    private final CatalogueWords words;
    private final Map<TableColumn<?, ?>, Comparator<CatalogueRow>> orders = new HashMap<>();
    private final TableColumn<CatalogueRow, CatalogueRow> reason;

    ItemTable(CatalogueViewModel model, CatalogueWords words) {
        super(model.rows());
        this.model = model;
        this.words = words;
        setId("itemTable");
        getStyleClass().addAll("item-table", "dense");
        setFixedCellSize(ROW);
        accessibleTextProperty().bind(words.messages().text("catalogue.list"));
        setPlaceholder(Parts.label(words.messages().text("catalogue.no-match"), "hint"));
        getColumns().add(titleColumn());
        ItemColumn.of(words).forEach(column -> getColumns().add(column(column)));
        reason = column(ItemColumn.reason(words));
        getColumns().add(reason);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setSortPolicy(table -> orderModel());
        openByHand();
        words.messages().languageProperty().addListener(changed -> refresh());
        model.measureProperty().addListener(changed -> refresh());
        model.filters().unshownProperty().addListener(changed -> showReasons());
        showReasons();
    }

    private void showReasons() {
        reason.setVisible(model.filters().unshownProperty().get());
    }

    /** Sorting happens in the background; the table only says by what. */
    private boolean orderModel() {
        Optional<Comparator<CatalogueRow>> order = Optional.empty();
        for (TableColumn<CatalogueRow, ?> column : getSortOrder()) {
            Comparator<CatalogueRow> own = orders.get(column);
            Comparator<CatalogueRow> directed =
                    column.getSortType() == TableColumn.SortType.DESCENDING ? own.reversed() : own;
            order = Optional.of(order.map(first -> first.thenComparing(directed)).orElse(directed));
        }
        model.order(order);
        return true;
    }

    private void openByHand() {
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        openSelected();
                    }
                });
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY) {
                        openSelected();
                    }
                });
    }

    private void openSelected() {
        Optional.ofNullable(getSelectionModel().getSelectedItem())
                .ifPresent(row -> model.open(row.item().index()));
    }

    private TableColumn<CatalogueRow, CatalogueRow> titleColumn() {
        TableColumn<CatalogueRow, CatalogueRow> column =
                bare(
                        "catalogue.column.item",
                        TITLE_WIDTH,
                        Comparator.comparing(row -> words.title(row.item())));
        column.setMinWidth(150);
        column.setCellFactory(any -> new TitleCell());
        return column;
    }

    private TableColumn<CatalogueRow, CatalogueRow> column(ItemColumn kind) {
        TableColumn<CatalogueRow, CatalogueRow> column =
                bare(kind.key(), kind.width(), kind.order());
        column.setMinWidth(kind.number() ? 48 : 60);
        if (kind.number()) {
            column.getStyleClass().add("number-column");
        }
        column.setCellFactory(any -> new TextCell(kind));
        return column;
    }

    private TableColumn<CatalogueRow, CatalogueRow> bare(
            String key, double width, Comparator<CatalogueRow> order) {
        TableColumn<CatalogueRow, CatalogueRow> column = new TableColumn<>();
        column.textProperty().bind(words.messages().text(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setReorderable(false);
        orders.put(column, order);
        return column;
    }

    private final class TextCell extends TableCell<CatalogueRow, CatalogueRow> {
        private final ItemColumn kind;

        TextCell(ItemColumn kind) {
            this.kind = kind;
            setAlignment(kind.number() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(CatalogueRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : kind.text().apply(row, model));
        }
    }

    private final class TitleCell extends TableCell<CatalogueRow, CatalogueRow> {
        private final ItemPicture picture = new ItemPicture(PICTURE);
        private final Label title = Parts.label("", "item-title");
        private final HBox box = new HBox(8, picture, title);

        TitleCell() {
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMinWidth(0);
            title.setMinWidth(0);
        }

        @Override
        protected void updateItem(CatalogueRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : box);
            if (!empty && row != null) {
                String text = words.title(row.item());
                picture.show(row.item());
                title.setText(text);
            }
        }
    }
}
