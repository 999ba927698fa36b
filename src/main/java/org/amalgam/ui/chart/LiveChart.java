package org.amalgam.ui.chart;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.amalgam.ui.chart.AxisLayer.Frame;

/**
 * Shows a {@link ChartModel} that grows. Lines are drawn into a pixel buffer, which costs about a
 * tenth of JavaFX's own LineChart; {@link #refresh} paints only when the model has changed.
 */
public final class LiveChart extends Region {

    private static final double TOP = 8;
    private static final double FOOT = 22;
    private static final double LEFT = 32;

    private final ChartModel model;
    private final AxisLayer axes = new AxisLayer();
    private final PixelPane lines = new PixelPane();
    private final OverlayLayer overlay = new OverlayLayer();
    private ChartInk ink = ChartInk.LIGHT;
    private ChartFormat format = new ChartFormat(3, "", "", name -> name);
    private Optional<Double> pointer = Optional.empty();
    private long painted = -1;

    public LiveChart(ChartModel model) {
        this.model = model;
        getStyleClass().add("live-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(axes.node(), lines.node(), overlay.node());
        setMinSize(120, 80);
        setOnMouseMoved(event -> point(Optional.of(event.getX())));
        setOnMouseExited(event -> point(Optional.empty()));
    }

    /** What is shown; tests read points and newest values from it. */
    public ChartModel model() {
        return model;
    }

    public void setDark(boolean dark) {
        ChartInk wanted = ChartInk.of(dark);
        if (!wanted.equals(ink)) {
            ink = wanted;
            repaint();
        }
    }

    public void setFormat(ChartFormat format) {
        this.format = format;
        repaint();
    }

    /** Paints what was added since the last call. */
    public void refresh() {
        if (painted != model.version()) {
            repaint();
        }
    }

    /** The values under the pointer, when it is over the plot. */
    public Optional<ChartReading> reading() {
        Frame frame = frame();
        return pointer.filter(x -> x >= frame.left() && x <= frame.width() - frame.right())
                .flatMap(x -> model.xSpan().map(span -> xUnder(x, frame, span)))
                .map(x -> ChartReading.at(model, x));
    }

    private static double xUnder(double pixel, Frame frame, Span span) {
        return span.low() + (pixel - frame.left()) / frame.plotWidth() * span.length();
    }

    private void point(Optional<Double> x) {
        pointer = x;
        repaint();
    }

    @Override
    protected void layoutChildren() {
        repaint();
    }

    private void repaint() {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        painted = model.version();
        Frame frame = frame();
        double scale = outputScale();
        Raster raster = lines.raster(frame.plotWidth(), frame.plotHeight(), scale);
        Span x = model.xSpan().orElse(new Span(0, 1));
        Span y = model.ySpan().orElse(new Span(0, 1));
        Plot plot = new Plot(x, y, raster.width(), raster.height());
        axes.paint(plot, model.marks(), frame, ink);
        lines.node().relocate(frame.left(), frame.top());
        new SeriesPainter(model, raster, plot, scale).paint();
        lines.show();
        overlay.paint(ends(), reading(), plot, frame, ink, format);
    }

    private List<ChartReading.Row> ends() {
        return model.xSpan()
                .map(span -> ChartReading.at(model, span.high()).rows())
                .orElse(List.of());
    }

    private Frame frame() {
        double right =
                ends().stream()
                        .mapToDouble(end -> widthOf(OverlayLayer.endText(end, format)))
                        .max()
                        .orElse(0);
        return new Frame(getWidth(), getHeight(), LEFT, TOP, right + 13, FOOT);
    }

    private static double widthOf(String text) {
        Text measure = new Text(text);
        measure.setFont(AxisLayer.FONT);
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }

    private double outputScale() {
        boolean shown = getScene() != null && getScene().getWindow() != null;
        return shown ? getScene().getWindow().getOutputScaleX() : 1;
    }
}
