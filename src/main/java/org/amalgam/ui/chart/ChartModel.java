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
        /** Each by its own value above 0, so that equal ratios are equally far apart. */
        LOG_LINES,
        /** As areas on top of each other, y from 0 to 1. */
        STACKED;

        Scale scale() {
            return this == LOG_LINES ? Scale.LOGARITHMIC : Scale.LINEAR;
        }
    }

    private static final int CAPACITY = 2_000;

    private final Kind kind;
    private final Map<String, BoundedSeries> series = new LinkedHashMap<>();
    private final Map<String, LineStyle> styles = new LinkedHashMap<>();
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

    /** Adds a sample with its interval. What lies after its x is forgotten. */
    public void add(String name, LineStyle style, double x, double y, double low, double high) {
        BoundedSeries line = series.get(name);
        if (line != null && line.size() > 0 && x < line.x(line.size() - 1)) {
            forgetAfter(x);
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

    /** Forgets the points and marks after this x; series that began later go on from here. */
    public void forgetAfter(double x) {
        series.values().forEach(line -> line.forgetAfter(x));
        marks = marks.stream().filter(mark -> mark <= x).toList();
        version++;
    }

    /** The same as it is now; what is added to one from now on is not in the other. */
    public ChartModel copy() {
        ChartModel copy = new ChartModel(kind);
        series.forEach((name, line) -> copy.series.put(name, line.copy()));
        copy.styles.putAll(styles);
        copy.marks = marks;
        return copy;
    }

    /** Forgets everything. */
    public void clear() {
        marks = List.of();
        series.clear();
        styles.clear();
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

    /** Every series by its name. */
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
}
