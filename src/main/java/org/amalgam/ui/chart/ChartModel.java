package org.amalgam.ui.chart;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a chart shows, without any screen. Not thread-safe: one thread adds and paints. */
public final class ChartModel {

    /** How series are put into the plot. */
    public enum Kind {
        /** Each by its own value. */
        LINES,
        /** As areas on top of each other, y from 0 to 1. */
        STACKED
    }

    private static final int CAPACITY = 2_000;
    private static final int TICKS = 5;

    private final Kind kind;
    private final Map<String, BoundedSeries> series = new LinkedHashMap<>();
    private final Map<String, LineStyle> styles = new LinkedHashMap<>();
    private Optional<Span> shownY = Optional.empty();
    private List<Double> marks = List.of();
    private long version;

    public ChartModel(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Adds a sample; the first one of a name makes its series. */
    public void add(String name, LineStyle style, double x, double y) {
        add(name, style, x, y, y, y);
    }

    /** Adds a sample with its interval. An x before the newest one begins the chart anew. */
    public void add(String name, LineStyle style, double x, double y, double low, double high) {
        BoundedSeries line = series.get(name);
        if (line != null && x < line.x(line.size() - 1)) {
            clear();
            line = null;
        }
        if (line == null) {
            line = new BoundedSeries(CAPACITY);
            series.put(name, line);
        }
        styles.put(name, style);
        line.add(x, y, low, high);
        version++;
    }

    /** Marks these x, in place of those marked before. */
    public void mark(List<Double> xs) {
        if (!marks.equals(xs)) {
            marks = List.copyOf(xs);
            version++;
        }
    }

    /** The x that are marked. */
    public List<Double> marks() {
        return marks;
    }

    /** Forgets everything. */
    public void clear() {
        marks = List.of();
        series.clear();
        styles.clear();
        shownY = Optional.empty();
        version++;
    }

    /** Changes whenever something was added, so that a painter knows when to paint. */
    public long version() {
        return version;
    }

    /** Names of all series in order of their first sample. */
    public List<String> names() {
        return List.copyOf(series.keySet());
    }

    public Map<String, BoundedSeries> series() {
        return Collections.unmodifiableMap(series);
    }

    public LineStyle style(String name) {
        return styles.get(name);
    }

    /** Points a series keeps; 0 for one that is not there. */
    public int points(String name) {
        BoundedSeries line = series.get(name);
        return line == null ? 0 : line.size();
    }

    /** Newest value of a series; empty when there is none. */
    public OptionalDouble lastValue(String name) {
        BoundedSeries line = series.get(name);
        return line == null ? OptionalDouble.empty() : line.lastValue();
    }

    /** From the first to the newest x; empty without samples. */
    public Optional<Span> xSpan() {
        return series.values().stream()
                .filter(line -> line.size() > 0)
                .map(line -> new Span(line.x(0), line.x(line.size() - 1)))
                .reduce(Span::union);
    }

    /**
     * The span of y to show. It grows at once and shrinks only when half of it stands empty, so
     * that the axis does not tremble.
     */
    public Optional<Span> ySpan() {
        if (kind == Kind.STACKED) {
            return series.isEmpty() ? Optional.empty() : Optional.of(new Span(0, 1));
        }
        Optional<Span> needed = extent();
        if (needed.isEmpty()) {
            return needed;
        }
        Span span = needed.get();
        boolean fits = shownY.isPresent() && shownY.get().contains(span);
        if (!fits || shownY.get().length() > 2.2 * span.length()) {
            shownY = Optional.of(NiceTicks.widen(span, TICKS));
        }
        return shownY;
    }

    /** First bucket that counts for the span of y and has a band: the first cases swing widely. */
    static int settled(BoundedSeries line) {
        return line.size() / 20;
    }

    private Optional<Span> extent() {
        return series.values().stream()
                .filter(line -> line.size() > 0)
                .map(line -> line.extent(settled(line)))
                .reduce(Span::union);
    }
}
