package org.amalgam.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.amalgam.ui.chart.AxisLayer.Frame;

/**
 * Shows a {@link ChartModel} that grows. Lines are drawn into a pixel buffer, which costs about a
 * tenth of JavaFX's own LineChart; {@link #refresh} paints only when the model has changed. What a
 * person can do with it is in {@link ChartGestures}.
 */
public final class LiveChart extends Region {

    private static final double TOP = 8;
    private static final double FOOT = 22;
    private static final double LEFT = 32;

    /** Room for labels comes in steps, or the plot would tremble with every digit. */
    private static final double RIGHT_STEP = 8;

    private final ChartView view;
    private final AxisLayer axes = new AxisLayer();
    private final PixelPane lines = new PixelPane();
    private final OverlayLayer overlay = new OverlayLayer();
    private final Text measure = new Text();
    private ChartInk ink = ChartInk.LIGHT;
    private ChartFormat format = new ChartFormat(3, "", "", name -> name);
    private Optional<SeriesPainter> painter = Optional.empty();
    private Optional<ChartPicture> picture = Optional.empty();
    private Optional<Double> pointer = Optional.empty();
    private Optional<Span> drawn = Optional.empty();
    private Consumer<ChartPick> onPick = pick -> {};
    private Runnable onMore = () -> {};
    private Runnable onViewChange = () -> {};
    private long painted = -1;
    private double scale;

    public LiveChart(ChartModel model) {
        this.view = new ChartView(model);
        measure.setFont(AxisLayer.FONT);
        getStyleClass().add("live-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        addLayers(axes.node(), lines.node(), overlay.node());
        setMinSize(120, 80);
        new ChartGestures(this).install();
    }

    /** The history that goes on; tests read points and newest values from it. */
    public ChartModel model() {
        return view.live();
    }

    /** What of it is looked at; call {@link #viewChanged} after changing it. */
    public ChartView view() {
        return view;
    }

    /** Paints what is looked at now, and tells who waits for that. */
    public void viewChanged() {
        repaint();
        onViewChange.run();
    }

    /** Runs after what is looked at has been changed. */
    public void setOnViewChange(Runnable action) {
        onViewChange = action;
    }

    /** Hears of points that somebody wants to know more of. */
    public void setOnPick(Consumer<ChartPick> action) {
        onPick = action;
    }

    /** Runs when somebody wants to see the series that have no label. */
    public void setOnMore(Runnable action) {
        onMore = action;
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

    /** How names and values are written. */
    public ChartFormat format() {
        return format;
    }

    /** Paints what was added since the last call. */
    public void refresh() {
        if (painted != view.version()) {
            repaint();
        }
    }

    /** The values under the pointer, when it is over the plot. */
    public Optional<ChartReading> reading() {
        return picture.flatMap(now -> pointer.filter(now::inPlot).map(now::xAt).map(view::reading));
    }

    Optional<ChartPicture> picture() {
        return picture;
    }

    Optional<Double> pointer() {
        return pointer;
    }

    void point(Optional<Double> x) {
        pointer = x;
        repaintOverlay();
    }

    void draw(Optional<Span> pixels) {
        drawn = pixels;
        repaintOverlay();
    }

    void pick(ChartPick wanted) {
        onPick.accept(wanted);
    }

    void showMore() {
        onMore.run();
    }

    /** Unmanaged: they are placed here, and new pixels in them are no cause to lay out a window. */
    private void addLayers(Node... layers) {
        List.of(layers).forEach(layer -> layer.setManaged(false));
        getChildren().addAll(layers);
    }

    @Override
    protected void layoutChildren() {
        boolean fits = picture.map(now -> now.frame().fits(this)).orElse(false);
        if (!fits || scale != outputScale()) {
            repaint();
        }
    }

    private void repaint() {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        painted = view.version();
        Span x = view.xSpan().orElse(new Span(0, 1));
        Span y = view.ySpan().orElse(new Span(0, 1));
        List<ChartReading.Row> ends =
                view.xSpan().map(span -> view.reading(span.high()).rows()).orElse(List.of());
        Frame frame = frame(ends);
        scale = outputScale();
        Raster raster = lines.raster(frame.plotWidth(), frame.plotHeight(), scale);
        Plot plot = new Plot(x, y, view.model().kind().scale(), raster.width(), raster.height());
        ChartPicture made = new ChartPicture(plot, frame, endsOf(ends, plot, frame));
        axes.paint(plot, view.model().marks(), frame, ink);
        lines.node().relocate(frame.left(), frame.top());
        if (painter.isEmpty() || !painter.get().paints(raster, scale)) {
            painter = Optional.of(new SeriesPainter(raster, scale));
        }
        painter.get().paint(view.model(), view.names(), plot);
        lines.show();
        picture = Optional.of(made);
        repaintOverlay();
    }

    private EndColumn endsOf(List<ChartReading.Row> ends, Plot plot, Frame frame) {
        int hidden = (int) view.model().names().stream().filter(view::isHidden).count();
        double foot = frame.top() + frame.plotHeight();
        return EndColumn.of(
                ends,
                hidden,
                end -> {
                    double at = plot.yPixel(end.place()) * frame.plotHeight() / plot.height();
                    return Math.max(frame.top(), Math.min(foot, frame.top() + at));
                },
                frame.top() - 6,
                foot + 8);
    }

    private void repaintOverlay() {
        picture.ifPresent(now -> overlay.paint(now, drawn, reading(), ink, format));
    }

    private Frame frame(List<ChartReading.Row> ends) {
        double widest =
                ends.stream()
                        .mapToDouble(end -> widthOf(OverlayLayer.endText(end, format)))
                        .max()
                        .orElse(0);
        double right = Math.ceil((widest + 13) / RIGHT_STEP) * RIGHT_STEP;
        return new Frame(getWidth(), getHeight(), LEFT, TOP, right, FOOT);
    }

    private double widthOf(String text) {
        measure.setText(text);
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }

    private double outputScale() {
        boolean shown = getScene() != null && getScene().getWindow() != null;
        return shown ? getScene().getWindow().getOutputScaleX() : 1;
    }
}
