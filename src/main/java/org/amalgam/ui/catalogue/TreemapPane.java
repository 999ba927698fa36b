package org.amalgam.ui.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.amalgam.ui.catalogue.Squarified.Rect;

/**
 * The map of a treemap: draws the groups of one level and says which of them the pointer or the
 * keys are at. Arrow keys go from cell to cell, Enter or a click opens, Backspace goes back.
 */
final class TreemapPane extends Pane {

    private final GroupWords words;
    private final ReadOnlyBooleanProperty dark;
    private final Consumer<ExposureGroup> open;
    private final Runnable goUp;
    private final Canvas canvas = new Canvas();
    private final Tooltip tip = new Tooltip();
    private String level = "";
    private List<ExposureGroup> groups = List.of();
    private TreemapCells cells = new TreemapCells(List.of());
    private int current;

    /**
     * @param open hears of the group that the user opens
     * @param goUp is done when the user goes back
     */
    TreemapPane(
            GroupWords words,
            ReadOnlyBooleanProperty dark,
            Consumer<ExposureGroup> open,
            Runnable goUp) {
        this.words = words;
        this.dark = dark;
        this.open = open;
        this.goUp = goUp;
        setId("treemapMap");
        getStyleClass().add("treemap-map");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(200, 120);
        getChildren().add(canvas);
        Tooltip.install(this, tip);
        setOnMouseMoved(this::point);
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::press);
        widthProperty().addListener(changed -> arrange());
        heightProperty().addListener(changed -> arrange());
        focusedProperty().addListener(changed -> paint());
    }

    /** The keys begin at the first cell again. */
    void beginAtFirst() {
        current = 0;
    }

    /**
     * Draws these, in the language and the theme of now.
     *
     * @param level what they are together
     */
    void show(String level, List<ExposureGroup> groups) {
        this.level = level;
        this.groups = groups;
        arrange();
    }

    private void arrange() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        cells = TreemapCells.of(groups, new Rect(0, 0, getWidth(), getHeight()));
        current = Math.min(current, Math.max(0, cells.cells().size() - 1));
        paint();
    }

    private void paint() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        DivergingScale colours = new DivergingScale(dark.get());
        TreemapPainter painter = new TreemapPainter(pen, colours, words::name);
        cells.cells().forEach(cell -> painter.paint(cell, words::figures));
        if (isFocused() && !cells.cells().isEmpty()) {
            painter.frame(
                    cells.cells().get(current).place(), dark.get() ? Color.WHITE : Color.BLACK);
        }
        describe();
    }

    /** What a screen reader says: the level, and the cell that the keys are at. */
    private void describe() {
        String map = words.mapOf(level);
        setAccessibleText(
                cells.cells().isEmpty()
                        ? map
                        : map + " " + words.sentence(cells.cells().get(current).group()));
    }

    private void point(MouseEvent event) {
        Optional<TreemapCells.Cell> cell =
                cells.at(event.getX(), event.getY()).map(cells.cells()::get);
        tip.setText(
                cell.map(at -> TreemapCells.groupAt(at, event.getX(), event.getY()))
                        .map(words::sentence)
                        .orElseGet(() -> words.mapOf(level)));
    }

    private void click(MouseEvent event) {
        requestFocus();
        cells.at(event.getX(), event.getY())
                .ifPresent(
                        at -> {
                            current = at;
                            open.accept(cells.cells().get(at).group());
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
                    open.accept(cells.cells().get(current).group());
                }
            }
            case BACK_SPACE, ESCAPE -> goUp.run();
            default -> {
                return;
            }
        }
        event.consume();
        paint();
    }
}
