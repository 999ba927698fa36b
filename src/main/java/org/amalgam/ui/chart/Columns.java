package org.amalgam.ui.chart;

import java.util.Arrays;

/** The lowest and highest pixel a curve reaches in each pixel column. */
final class Columns {

    /** One value of a bucket. */
    interface Value {
        double of(int bucket);
    }

    final double[] top;
    final double[] bottom;

    Columns(int width) {
        top = new double[width];
        bottom = new double[width];
    }

    /** Follows {@code value} from bucket to bucket by straight lines. */
    void trace(BoundedSeries line, Plot plot, Value value) {
        Arrays.fill(top, Double.POSITIVE_INFINITY);
        Arrays.fill(bottom, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < line.size(); i++) {
            double x = plot.xPixel(line.x(i));
            double y = plot.yPixel(value.of(i));
            if (i == 0) {
                reach(column(x), y);
            } else {
                segment(plot.xPixel(line.x(i - 1)), plot.yPixel(value.of(i - 1)), x, y);
            }
        }
    }

    /** Widens columns by the extremes inside buckets. */
    void extremes(BoundedSeries line, Plot plot) {
        for (int i = 0; i < line.size(); i++) {
            int column = column(plot.xPixel(line.x(i)));
            reach(column, plot.yPixel(line.low(i)));
            reach(column, plot.yPixel(line.high(i)));
        }
    }

    private void segment(double x0, double y0, double x1, double y1) {
        int first = column(x0);
        int last = column(x1);
        if (x1 - x0 < 1e-9) {
            reach(first, y0);
            reach(last, y1);
            return;
        }
        double slope = (y1 - y0) / (x1 - x0);
        for (int column = first; column <= last; column++) {
            reach(column, y0 + (Math.max(x0, column) - x0) * slope);
            reach(column, y0 + (Math.min(x1, column + 1.0) - x0) * slope);
        }
    }

    private int column(double x) {
        return Math.max(0, Math.min(top.length - 1, (int) x));
    }

    private void reach(int column, double y) {
        top[column] = Math.min(top[column], y);
        bottom[column] = Math.max(bottom[column], y);
    }
}
