package org.amalgam.ui.chart;

import java.util.List;

/**
 * Paints a model's series into a raster: for lines the minimum and maximum of every pixel column,
 * so that the cost depends on pixels and not on history.
 */
final class SeriesPainter {

    private static final double AREA_ALPHA = 0.78;

    private final ChartModel model;
    private final Raster raster;
    private final Plot plot;
    private final double scale;

    /**
     * @param scale device pixels a logical pixel
     */
    SeriesPainter(ChartModel model, Raster raster, Plot plot, double scale) {
        this.model = model;
        this.raster = raster;
        this.plot = plot;
        this.scale = scale;
    }

    void paint() {
        raster.clear();
        if (model.kind() == ChartModel.Kind.STACKED) {
            paintAreas();
            return;
        }
        List<String> names = model.names();
        names.forEach(this::paintBand);
        // Last drawn is on top: wide lines are the important ones.
        names.stream()
                .sorted((a, b) -> Double.compare(model.style(a).width(), model.style(b).width()))
                .forEach(this::paintLine);
    }

    private void paintBand(String name) {
        LineStyle style = model.style(name);
        if (style.bandAlpha() <= 0) {
            return;
        }
        BoundedSeries line = model.series().get(name);
        Columns high = new Columns(raster.width());
        Columns low = new Columns(raster.width());
        high.trace(line, plot, line::bandHigh);
        low.trace(line, plot, line::bandLow);
        int first = (int) plot.xPixel(line.x(ChartModel.settled(line)));
        for (int column = first; column < raster.width(); column++) {
            raster.span(
                    column, high.top[column], low.bottom[column], style.rgb(), style.bandAlpha());
        }
    }

    private void paintLine(String name) {
        LineStyle style = model.style(name);
        BoundedSeries line = model.series().get(name);
        Columns columns = new Columns(raster.width());
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

    private void paintAreas() {
        double[] floor = new double[raster.width()];
        for (String name : model.names()) {
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
