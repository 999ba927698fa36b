package org.amalgam.ui.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.amalgam.ui.chart.Palette;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.i18n.Messages;

/**
 * Every item by how often it is asked for and how often it is shown, both logarithmic. On the
 * dashed line an item has the same share of both. The pointer names the nearest item, a click opens
 * it; arrow keys go from item to item by popularity, Enter opens.
 */
final class ScatterView extends VBox {

    private static final double LEFT = 62;
    private static final double FOOT = 42;
    private static final double TOP = 10;
    private static final double RIGHT = 16;
    private static final Font FONT = Font.font(11);

    private final CatalogueWords words;
    private final Messages messages;
    private final ReadOnlyBooleanProperty dark;
    private final ReadOnlyObjectProperty<Measure> measure;
    private final IntConsumer open;
    private final Canvas axes = new Canvas();
    private final ImageView dots = new ImageView();
    private final Canvas over = new Canvas();
    private final Pane plot = new Pane(axes, dots, over);
    private final Label summary = Parts.label("", "wrapped");
    private final Tooltip tip = new Tooltip();
    private Optional<CatalogueTable> table = Optional.empty();
    private ScatterPoints points = ScatterPoints.of(List.of(), 1, 1);
    private Optional<CatalogueRow> current = Optional.empty();

    /**
     * @param open opens an item's page
     */
    ScatterView(
            CatalogueWords words,
            ReadOnlyBooleanProperty dark,
            ReadOnlyObjectProperty<Measure> measure,
            IntConsumer open) {
        super(8);
        this.words = words;
        this.messages = words.messages();
        this.dark = dark;
        this.measure = measure;
        this.open = open;
        setId("scatter");
        summary.setId("scatterSummary");
        plot.setId("scatterPlot");
        plot.setMinSize(240, 160);
        plot.setFocusTraversable(true);
        plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Tooltip.install(plot, tip);
        dots.setMouseTransparent(true);
        dots.setLayoutX(LEFT);
        dots.setLayoutY(TOP);
        over.setMouseTransparent(true);
        plot.setOnMouseMoved(this::point);
        plot.setOnMouseExited(event -> mark(Optional.empty()));
        plot.setOnMouseClicked(this::click);
        plot.setOnKeyPressed(this::press);
        plot.widthProperty().addListener(changed -> arrange());
        plot.heightProperty().addListener(changed -> arrange());
        plot.focusedProperty().addListener(changed -> paintOver());
        dark.addListener(changed -> arrange());
        messages.languageProperty().addListener(changed -> arrange());
        VBox.setVgrow(plot, Priority.ALWAYS);
        Label hint = Parts.label(messages.text("catalogue.scatter-hint"), "hint", "wrapped");
        getChildren().addAll(summary, plot, hint);
    }

    void show(CatalogueTable now) {
        table = Optional.of(now);
        current = Optional.empty();
        arrange();
    }

    private void arrange() {
        if (table.isEmpty()) {
            return;
        }
        double width = Math.max(60, plot.getWidth() - LEFT - RIGHT);
        double height = Math.max(60, plot.getHeight() - TOP - FOOT);
        points = ScatterPoints.of(table.get().rows(), width, height);
        for (Canvas layer : List.of(axes, over)) {
            layer.setWidth(plot.getWidth());
            layer.setHeight(plot.getHeight());
        }
        int rgb = dark.get() ? Palette.SKY : Palette.BLUE;
        DotRaster raster = new DotRaster(width, height, rgb);
        points.rows().forEach(row -> raster.dot(points.xOf(row), points.yOf(row)));
        dots.setImage(raster.image());
        paintAxes(width, height);
        paintOver();
        summarise();
    }

    private void summarise() {
        table.ifPresent(
                all ->
                        summary.setText(
                                messages.get(
                                        "catalogue.scatter-summary",
                                        all.gini(),
                                        words.percent(
                                                (double) all.shownItems()
                                                        / Math.max(1, all.rows().size())),
                                        all.shownItems(),
                                        all.rows().size())));
    }

    private Color text() {
        return Color.web(dark.get() ? "#9aa4af" : "#57606a");
    }

    private void paintAxes(double width, double height) {
        GraphicsContext pen = axes.getGraphicsContext2D();
        pen.clearRect(0, 0, axes.getWidth(), axes.getHeight());
        pen.setFont(FONT);
        pen.setFill(text());
        pen.setStroke(Color.web(dark.get() ? "#21262d" : "#e8ebef"));
        pen.setLineWidth(1);
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.fillText("0", LEFT - 8, TOP + height - LogAxis.STRIP / 2);
        for (double value : points.y().ticks()) {
            double at = crisp(TOP + height - points.y().at(value));
            pen.strokeLine(LEFT, at, LEFT + width, at);
            pen.fillText(tick(value), LEFT - 8, at);
        }
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText("0", LEFT + LogAxis.STRIP / 2, TOP + height + 11);
        for (double value : points.x().ticks()) {
            double at = crisp(LEFT + points.x().at(value));
            pen.strokeLine(at, TOP, at, TOP + height);
            pen.fillText(tick(value), at, TOP + height + 11);
        }
        pen.fillText(
                messages.get("catalogue.scatter-x"), LEFT + width / 2, TOP + height + FOOT - 12);
        pen.save();
        pen.translate(11, TOP + height / 2);
        pen.rotate(-90);
        pen.fillText(messages.get("catalogue.scatter-y", messages.get(measure.get().key())), 0, 0);
        pen.restore();
        diagonal(pen, width, height);
    }

    /** Where an item's share of what is shown is its share of events. */
    private void diagonal(GraphicsContext pen, double width, double height) {
        CatalogueTable.Totals totals = table.orElseThrow().totals();
        if (totals.shown() == 0 || totals.events() == 0) {
            return;
        }
        double each = totals.shown() / totals.events();
        double from = Math.pow(10, points.x().low());
        double to = points.x().top();
        pen.save();
        pen.beginPath();
        pen.rect(LEFT, TOP, width, height - LogAxis.STRIP);
        pen.clip();
        pen.setStroke(text());
        pen.setLineWidth(1.4);
        pen.setLineDashes(6, 5);
        pen.strokeLine(
                LEFT + points.x().at(from),
                TOP + height - points.y().at(from * each),
                LEFT + points.x().at(to),
                TOP + height - points.y().at(to * each));
        pen.restore();
    }

    private String tick(double value) {
        if (value < 1) {
            return String.format(messages.locale(), "%.3g", value).replaceFirst("0+$", "");
        }
        return words.count(Math.round(value));
    }

    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }

    private void paintOver() {
        GraphicsContext pen = over.getGraphicsContext2D();
        pen.clearRect(0, 0, over.getWidth(), over.getHeight());
        if (plot.isFocused()) {
            pen.setStroke(text());
            pen.setLineWidth(1);
            pen.strokeRect(0.5, 0.5, over.getWidth() - 1, over.getHeight() - 1);
        }
        current.ifPresent(
                row -> {
                    pen.setStroke(Color.web(Palette.css(Palette.VERMILION)));
                    pen.setLineWidth(2);
                    double x = LEFT + points.xOf(row);
                    double y = TOP + points.yOf(row);
                    pen.strokeOval(x - 6, y - 6, 12, 12);
                });
        plot.setAccessibleText(
                current.map(this::say).orElseGet(() -> messages.get("catalogue.scatter-hint")));
    }

    private String say(CatalogueRow row) {
        return messages.get(
                "catalogue.scatter-tip",
                words.title(row.item()),
                row.events(),
                words.shown(row.shown(), measure.get()),
                words.ratio(row.ratio()));
    }

    private void mark(Optional<CatalogueRow> row) {
        current = row;
        tip.setText(row.map(this::say).orElseGet(() -> messages.get("catalogue.scatter-hint")));
        paintOver();
    }

    private void point(MouseEvent event) {
        mark(points.nearest(event.getX() - LEFT, event.getY() - TOP));
    }

    private void click(MouseEvent event) {
        plot.requestFocus();
        point(event);
        current.ifPresent(row -> open.accept(row.item().index()));
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, UP -> mark(next(1));
            case LEFT, DOWN -> mark(next(-1));
            case ENTER -> current.ifPresent(row -> open.accept(row.item().index()));
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The item so many places more popular, from the least popular on. */
    private Optional<CatalogueRow> next(int step) {
        List<CatalogueRow> byEvents =
                points.rows().stream()
                        .sorted(Comparator.comparingLong(CatalogueRow::events))
                        .toList();
        if (byEvents.isEmpty()) {
            return Optional.empty();
        }
        int at = current.map(byEvents::indexOf).orElse(step > 0 ? -1 : 0);
        return Optional.of(byEvents.get(Math.max(0, Math.min(byEvents.size() - 1, at + step))));
    }
}
