package org.amalgam.ui.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.amalgam.ui.catalogue.Squarified.Rect;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.control.TableText;
import org.amalgam.ui.control.TableTools;
import org.amalgam.ui.control.TidyTable;
import org.amalgam.ui.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;

/**
 * What was shown by category, and inside a category by brand: area is how often, colour how much
 * that is against how much is asked for. Opening a category shows its brands, opening a brand lists
 * its items. Arrow keys go from cell to cell, Enter opens, Backspace goes back. The same is there
 * as a table.
 */
final class TreemapView extends VBox {

    private final CatalogueWords words;
    private final Messages messages;
    private final BiConsumer<ExposureGroup, Optional<ExposureGroup>> listItems;
    private final ReadOnlyBooleanProperty dark;
    private final Canvas canvas = new Canvas();
    private final Pane map = new Pane(canvas);
    private final ScrollPane tablePane = new ScrollPane();
    private final Button up = new Button();
    private final Label where = Parts.label("", "sub-head");
    private final ToggleButton asTable = new ToggleButton();
    private final TreemapLegend legend;
    private final Tooltip tip = new Tooltip();
    private Optional<CatalogueTable> table = Optional.empty();
    private List<ExposureGroup> categories = List.of();
    private final TableTools tools;
    private Optional<ExposureGroup> opened = Optional.empty();
    private TreemapCells cells = new TreemapCells(List.of());
    private int current;

    /**
     * @param listItems lists the items of a category, or of one of its brands
     */
    TreemapView(
            CatalogueWords words,
            ReadOnlyBooleanProperty dark,
            TableTools tools,
            BiConsumer<ExposureGroup, Optional<ExposureGroup>> listItems) {
        super(8);
        this.words = words;
        this.messages = words.messages();
        this.dark = dark;
        this.legend = new TreemapLegend(messages);
        this.tools = tools;
        this.listItems = listItems;
        setId("treemap");
        map.setId("treemapMap");
        map.getStyleClass().add("treemap-map");
        map.setFocusTraversable(true);
        map.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        map.setMinSize(200, 120);
        Tooltip.install(map, tip);
        map.setOnMouseMoved(this::point);
        map.setOnMouseClicked(this::click);
        map.setOnKeyPressed(this::press);
        map.widthProperty().addListener(changed -> arrange());
        map.heightProperty().addListener(changed -> arrange());
        map.focusedProperty().addListener(changed -> paint());
        dark.addListener(changed -> showAll());
        messages.languageProperty().addListener(changed -> showAll());
        tablePane.setFitToWidth(true);
        tablePane.getStyleClass().add("edge-to-edge");
        StackPane either = new StackPane(map, tablePane);
        VBox.setVgrow(either, Priority.ALWAYS);
        getChildren().addAll(head(), either, legend);
        showAll();
    }

    private Node head() {
        up.setId("treemapUp");
        up.setGraphic(Parts.icon(Feather.ARROW_LEFT));
        up.getStyleClass().addAll("flat", "small");
        up.textProperty().bind(messages.text("catalogue.map-up"));
        up.setOnAction(event -> goUp());
        asTable.setId("treemapAsTable");
        asTable.getStyleClass().add("small");
        asTable.textProperty().bind(messages.text("catalogue.map-table"));
        asTable.setOnAction(event -> showEither());
        HBox head = new HBox(10, up, where, Parts.filler(), asTable);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    void show(CatalogueTable now) {
        table = Optional.of(now);
        categories = now.groups();
        Optional<ExposureGroup> before = opened;
        opened =
                before.flatMap(
                        group ->
                                categories.stream()
                                        .filter(same -> same.name().equals(group.name()))
                                        .filter(same -> same.rest() == 0)
                                        .findFirst());
        current = 0;
        showAll();
    }

    private List<ExposureGroup> level() {
        return opened.map(ExposureGroup::parts).orElse(categories);
    }

    private void showAll() {
        Parts.show(up, opened.isPresent());
        where.setText(
                opened.map(words::name).orElseGet(() -> messages.get("catalogue.map-categories")));
        legend.show(dark.get());
        showEither();
        arrange();
    }

    private void showEither() {
        boolean list = asTable.isSelected();
        map.setVisible(!list);
        tablePane.setVisible(list);
        tablePane.setContent(list ? tidyTable() : null);
    }

    private Node tidyTable() {
        List<List<String>> lines =
                level().stream()
                        .map(
                                group ->
                                        List.of(
                                                words.name(group),
                                                words.count(group.items()),
                                                words.percent(shareShown(group)),
                                                words.percent(shareEvents(group)),
                                                words.plainRatio(group.ratio())))
                        .toList();
        TidyTable tidy =
                new TidyTable(
                        opened.map(words::name).orElseGet(this::allCategories),
                        new TableText(
                                List.of(
                                        messages.get("catalogue.map-group"),
                                        messages.get("catalogue.map-items"),
                                        messages.get("catalogue.map-share-shown"),
                                        messages.get("catalogue.map-share-events"),
                                        messages.get("catalogue.column.ratio")),
                                lines),
                        tools);
        tidy.setId("treemapTable");
        return tidy;
    }

    private String allCategories() {
        return messages.get("catalogue.map-categories");
    }

    private double shareShown(ExposureGroup group) {
        return table.map(all -> group.shown() / all.totals().shown()).orElse(0.0);
    }

    private double shareEvents(ExposureGroup group) {
        return table.map(all -> (double) group.events() / Math.max(1, all.totals().events()))
                .orElse(0.0);
    }

    private void arrange() {
        canvas.setWidth(map.getWidth());
        canvas.setHeight(map.getHeight());
        cells = TreemapCells.of(level(), new Rect(0, 0, map.getWidth(), map.getHeight()));
        current = Math.min(current, Math.max(0, cells.cells().size() - 1));
        paint();
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        DivergingScale colours = new DivergingScale(dark.get());
        TreemapPainter painter = new TreemapPainter(pen, colours, words::name);
        cells.cells().forEach(cell -> painter.paint(cell, this::figures));
        if (map.isFocused() && !cells.cells().isEmpty()) {
            painter.frame(
                    cells.cells().get(current).place(), dark.get() ? Color.WHITE : Color.BLACK);
        }
        describe();
    }

    private String figures(ExposureGroup group) {
        return words.percent(shareShown(group)) + " · " + words.ratio(group.ratio());
    }

    /** What a screen reader says: the level, and the cell that the keys are at. */
    private void describe() {
        String level = messages.get("catalogue.map-accessible", where.getText());
        map.setAccessibleText(
                cells.cells().isEmpty()
                        ? level
                        : level + " " + say(cells.cells().get(current).group()));
    }

    private String say(ExposureGroup group) {
        return messages.get(
                "catalogue.map-tip",
                words.name(group),
                group.items(),
                words.percent(shareShown(group)),
                words.percent(shareEvents(group)),
                words.ratio(group.ratio()));
    }

    private void point(MouseEvent event) {
        Optional<TreemapCells.Cell> cell =
                cells.at(event.getX(), event.getY()).map(cells.cells()::get);
        tip.setText(
                cell.map(at -> say(TreemapCells.groupAt(at, event.getX(), event.getY())))
                        .orElse(messages.get("catalogue.map-accessible", where.getText())));
    }

    private void click(MouseEvent event) {
        map.requestFocus();
        cells.at(event.getX(), event.getY())
                .ifPresent(
                        at -> {
                            current = at;
                            open(cells.cells().get(at).group());
                        });
    }

    private void press(KeyEvent event) {
        int last = cells.cells().size() - 1;
        switch (event.getCode()) {
            case RIGHT, DOWN -> current = Math.min(last, current + 1);
            case LEFT, UP -> current = Math.max(0, current - 1);
            case HOME -> current = 0;
            case END -> current = Math.max(0, last);
            case ENTER, SPACE -> {
                if (last >= 0) {
                    open(cells.cells().get(current).group());
                }
            }
            case BACK_SPACE, ESCAPE -> goUp();
            default -> {
                return;
            }
        }
        event.consume();
        paint();
    }

    private void open(ExposureGroup group) {
        if (group.rest() > 0) {
            return;
        }
        if (opened.isPresent()) {
            listItems.accept(opened.get(), Optional.of(group));
        } else if (group.parts().size() > 1) {
            opened = Optional.of(group);
            current = 0;
            showAll();
        } else {
            listItems.accept(group, Optional.empty());
        }
    }

    private void goUp() {
        opened = Optional.empty();
        current = 0;
        showAll();
        map.requestFocus();
    }
}
