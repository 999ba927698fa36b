package org.amalgam.ui.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.amalgam.ui.export.SafeCsv;

/**
 * What of a model's history is looked at: which span of x, which series, and whether the picture
 * stands still while the history goes on. Not thread-safe: one thread looks and paints.
 */
public final class ChartView {

    private static final int TICKS = 5;

    /** So many times the whole history's length can be looked into. */
    private static final double DEEPEST = 500;

    private final ChartModel live;
    private final Set<String> hidden = new HashSet<>();
    private Optional<ChartModel> still = Optional.empty();
    private Optional<Span> zoom = Optional.empty();
    private Optional<Span> shownY = Optional.empty();
    private long changes;

    public ChartView(ChartModel live) {
        this.live = live;
    }

    /** What is looked at: the live history, or what it was when the picture was stopped. */
    public ChartModel model() {
        return still.orElse(live);
    }

    /** The history that goes on. */
    public ChartModel live() {
        return live;
    }

    /** Changes whenever the picture does. */
    public long version() {
        return changes + model().version();
    }

    /** Lets the picture stand still, or catch up with what has come since. */
    public void setPaused(boolean paused) {
        if (paused != isPaused()) {
            // Versions of the copy and of the original count apart.
            changes += paused ? live.version() + 1 : 1;
            still = paused ? Optional.of(live.copy()) : Optional.empty();
        }
    }

    public boolean isPaused() {
        return still.isPresent();
    }

    /** Shows or hides a series. */
    public void toggle(String name) {
        if (!hidden.remove(name)) {
            hidden.add(name);
        }
        shownY = Optional.empty();
        changes++;
    }

    public boolean isHidden(String name) {
        return hidden.contains(name);
    }

    /** The series that are shown and have points, in order of their first samples. */
    public List<String> names() {
        return model().names().stream()
                .filter(name -> !hidden.contains(name) && model().points(name) > 0)
                .toList();
    }

    /** The span of x that is shown; empty without points. */
    public Optional<Span> xSpan() {
        return model().xSpan().map(this::within);
    }

    private Span within(Span whole) {
        return zoom.filter(part -> part.low() < whole.high())
                .map(part -> new Span(part.low(), Math.min(part.high(), whole.high())))
                .orElse(whole);
    }

    /** Looks at a part only; one that holds everything is the same as {@link #showAll}. */
    public void zoom(Span wanted) {
        model().xSpan().ifPresent(whole -> zoom(wanted, whole));
    }

    private void zoom(Span wanted, Span whole) {
        double length = Math.max(wanted.length(), whole.length() / DEEPEST);
        double middle = (wanted.low() + wanted.high()) / 2;
        double low = Math.max(whole.low(), middle - length / 2);
        double high = Math.min(whole.high(), low + length);
        set(high - low >= whole.length() ? Optional.empty() : Optional.of(new Span(low, high)));
    }

    /**
     * Looks closer, or from further away.
     *
     * @param factor of the span's length, below 1 to come closer
     * @param around the x that stays in its place
     */
    public void zoom(double factor, double around) {
        Optional<Span> shown = xSpan();
        Optional<Span> whole = model().xSpan();
        if (shown.isPresent() && whole.isPresent()) {
            Span now = shown.get();
            double low = around - (around - now.low()) * factor;
            double high = around + (now.high() - around) * factor;
            double left = Math.max(low, whole.get().low());
            zoom(new Span(left, Math.max(left, Math.min(high, whole.get().high()))), whole.get());
        }
    }

    /** Looks at the whole history again. */
    public void showAll() {
        set(Optional.empty());
    }

    private void set(Optional<Span> part) {
        zoom = part;
        shownY = Optional.empty();
        changes++;
    }

    public boolean isZoomed() {
        return zoom.isPresent();
    }

    /**
     * The span of y to show. It grows at once and shrinks only when half of it stands empty, so
     * that the axis does not tremble. Empty without points.
     */
    public Optional<Span> ySpan() {
        if (model().kind() == ChartModel.Kind.STACKED) {
            return names().isEmpty() ? Optional.empty() : Optional.of(new Span(0, 1));
        }
        Optional<Span> needed = xSpan().flatMap(this::extent);
        if (needed.isEmpty()) {
            return needed;
        }
        Span span = needed.get();
        boolean fits = shownY.isPresent() && shownY.get().contains(span);
        Scale scale = model().kind().scale();
        if (!fits || scale.length(shownY.get()) > 2.2 * scale.length(span)) {
            shownY = Optional.of(scale.widen(span, TICKS));
        }
        return shownY;
    }

    private Optional<Span> extent(Span x) {
        Stream<BoundedSeries> lines = names().stream().map(model().series()::get);
        return lines.map(line -> extent(line, x)).flatMap(Optional::stream).reduce(Span::union);
    }

    private Optional<Span> extent(BoundedSeries line, Span x) {
        int first = Math.max(0, line.lastUpTo(x.low()));
        // One beyond, to which the line leads.
        int until = Math.min(line.size(), line.lastUpTo(x.high()) + 2);
        int from = zoom.isPresent() ? first : Math.max(first, settled(line));
        return from < until ? Optional.of(line.extent(from, until)) : Optional.empty();
    }

    /** First bucket that counts for the span of y and has a band: the first cases swing widely. */
    static int settled(BoundedSeries line) {
        return line.size() / 20;
    }

    /** The values at an x, of the series that are shown. */
    public ChartReading reading(double x) {
        return ChartReading.at(model(), names(), x);
    }

    /** The points in sight, one line each, as comma-separated values with a header. */
    public String csv(String xName) {
        List<List<?>> rows = new ArrayList<>();
        xSpan().ifPresent(x -> names().forEach(name -> addPoints(rows, name, x)));
        return SafeCsv.text(List.of(xName, "series", "value", "low", "high"), rows);
    }

    private void addPoints(List<List<?>> rows, String name, Span x) {
        BoundedSeries line = model().series().get(name);
        for (int i = 0; i < line.size(); i++) {
            if (line.x(i) >= x.low() && line.x(i) <= x.high()) {
                rows.add(
                        List.of(
                                (long) line.x(i),
                                name,
                                line.last(i),
                                line.bandLow(i),
                                line.bandHigh(i)));
            }
        }
    }
}
