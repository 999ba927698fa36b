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

    /** Follows {@code value} from bucket to bucket by straight lines, as far as it is in sight. */
    void trace(BoundedSeries line, Plot plot, Value value) {
        Arrays.fill(top, Double.POSITIVE_INFINITY);
        Arrays.fill(bottom, Double.NEGATIVE_INFINITY);
        int first = first(line, plot);
        int until = until(line, plot);
        if (until - first == 1) {
            reach(plot.xPixel(line.x(first)), plot.yPixel(value.of(first)));
        }
        for (int i = first + 1; i < until; i++) {
            segment(
                    plot.xPixel(line.x(i - 1)),
                    plot.yPixel(value.of(i - 1)),
                    plot.xPixel(line.x(i)),
                    plot.yPixel(value.of(i)));
        }
    }

    /** Widens columns by the extremes inside buckets. */
    void extremes(BoundedSeries line, Plot plot) {
        for (int i = first(line, plot); i < until(line, plot); i++) {
            double x = plot.xPixel(line.x(i));
            reach(x, plot.yPixel(line.low(i)));
            reach(x, plot.yPixel(line.high(i)));
        }
    }

    /** The bucket from which a line leads into sight. */
    private static int first(BoundedSeries line, Plot plot) {
        return Math.max(0, line.lastUpTo(plot.x().low()));
    }

    /** After the bucket to which a line leads out of sight. */
    private static int until(BoundedSeries line, Plot plot) {
        return Math.min(line.size(), line.lastUpTo(plot.x().high()) + 2);
    }

    private void segment(double x0, double y0, double x1, double y1) {
        if (x1 - x0 < 1e-9) {
            reach(x0, y0);
            reach(x1, y1);
            return;
        }
        double slope = (y1 - y0) / (x1 - x0);
        int first = column(x0);
        int last = x0 > top.length ? -1 : column(x1);
        for (int column = first; column <= last; column++) {
            reach(column, y0 + (Math.max(x0, column) - x0) * slope);
            reach(column, y0 + (Math.min(x1, column + 1.0) - x0) * slope);
        }
    }

    private int column(double x) {
        return Math.max(0, Math.min(top.length - 1, (int) x));
    }

    private void reach(double x, double y) {
        if (x >= 0 && x <= top.length) {
            reach(column(x), y);
        }
    }

    private void reach(int column, double y) {
        top[column] = Math.min(top[column], y);
        bottom[column] = Math.max(bottom[column], y);
    }
}
