package org.amalgam.ui.chart;

import java.util.List;

/**
 * Paints a model's series into a raster: for lines the minimum and maximum of every pixel column,
 * so that the cost depends on pixels and not on history.
 */
final class SeriesPainter {

    private static final double AREA_ALPHA = 0.78;

    private final Raster raster;
    private final double scale;
    private final Columns columns;
    private final Columns low;
    private ChartModel model;
    private Plot plot;

    /**
     * Paints again and again into one raster.
     *
     * @param scale device pixels a logical pixel
     */
    SeriesPainter(Raster raster, double scale) {
        this.raster = raster;
        this.scale = scale;
        this.columns = new Columns(raster.width());
        this.low = new Columns(raster.width());
    }

    /**
     * Whether it can go on painting there.
     *
     * @param wantedScale device pixels a logical pixel
     */
    boolean paints(Raster wanted, double wantedScale) {
        return raster == wanted && scale == wantedScale;
    }

    /**
     * Paints these series of a model.
     *
     * @param shown in this order when they are stacked
     */
    void paint(ChartModel painted, List<String> shown, Plot at) {
        model = painted;
        plot = at;
        raster.clear();
        if (model.kind() == ChartModel.Kind.STACKED) {
            paintAreas(shown);
            return;
        }
        shown.forEach(this::paintBand);
        // Last drawn is on top: wide lines are the important ones.
        shown.stream()
                .sorted((a, b) -> Double.compare(model.style(a).width(), model.style(b).width()))
                .forEach(this::paintLine);
    }

    private void paintBand(String name) {
        LineStyle style = model.style(name);
        if (style.bandAlpha() <= 0) {
            return;
        }
        BoundedSeries line = model.series().get(name);
        columns.trace(line, plot, line::bandHigh);
        low.trace(line, plot, line::bandLow);
        int first = (int) Math.max(0, plot.xPixel(line.x(ChartView.settled(line))));
        for (int column = first; column < raster.width(); column++) {
            raster.span(
                    column,
                    columns.top[column],
                    low.bottom[column],
                    style.rgb(),
                    style.bandAlpha());
        }
    }

    private void paintLine(String name) {
        LineStyle style = model.style(name);
        BoundedSeries line = model.series().get(name);
        columns.trace(line, plot, line::last);
        columns.extremes(line, plot);
        double half = style.width() * scale / 2;
        for (int column = 0; column < raster.width(); column++) {
            if (style.dash().draws((int) (column / scale))) {
                raster.span(
                        column,
                        columns.top[column] - half,
                        columns.bottom[column] + half,
                        style.rgb(),
                        1);
            }
        }
    }

    private void paintAreas(List<String> shown) {
        double[] floor = new double[raster.width()];
        for (String name : shown) {
            LineStyle style = model.style(name);
            double[] values = columnValues(model.series().get(name));
            for (int column = 0; column < floor.length; column++) {
                double roof = floor[column] + values[column];
                double top = plot.yPixel(roof);
                double bottom = plot.yPixel(floor[column]);
                raster.span(column, top, bottom, style.rgb(), AREA_ALPHA);
                raster.span(column, top, Math.min(bottom, top + 1.5 * scale), style.rgb(), 1);
                floor[column] = roof;
            }
        }
    }

    /** The series' value at the middle of every column, between buckets on a straight line. */
    private double[] columnValues(BoundedSeries line) {
        double[] values = new double[raster.width()];
        int next = 0;
        for (int column = 0; column < values.length; column++) {
            double x = plot.xAt(column + 0.5);
            while (next < line.size() && line.x(next) < x) {
                next++;
            }
            if (next == 0) {
                values[column] = line.size() == 0 ? 0 : line.last(0);
            } else if (next == line.size()) {
                values[column] = line.last(next - 1);
            } else {
                double share = (x - line.x(next - 1)) / (line.x(next) - line.x(next - 1));
                values[column] = line.last(next - 1) * (1 - share) + line.last(next) * share;
            }
        }
        return values;
    }
}
