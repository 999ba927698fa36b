package org.amalgam.ui.chart;

import java.util.List;
import org.amalgam.ui.chart.AxisLayer.Frame;

/**
 * Where everything lies in a chart as it was painted last.
 *
 * @param plot in device pixels
 * @param frame in logical pixels
 */
record ChartPicture(Plot plot, Frame frame, EndColumn ends) {

    /** The value of x at a logical pixel. */
    double xAt(double pixel) {
        return plot.x().low() + (pixel - frame.left()) / frame.plotWidth() * plot.x().length();
    }

    /** The span of x that a logical pixel column stands for. */
    Span column(double pixel) {
        double first = Math.floor(pixel);
        return new Span(xAt(first), xAt(first + 1));
    }

    double xPixel(double value) {
        return frame.left() + plot.xPixel(value) * frame.plotWidth() / plot.width();
    }

    double yPixel(double value) {
        return frame.top() + plot.yPixel(value) * frame.plotHeight() / plot.height();
    }

    boolean inPlot(double x) {
        return x >= frame.left() && x <= frame.left() + frame.plotWidth();
    }

    double clampX(double x) {
        return Math.max(frame.left(), Math.min(frame.left() + frame.plotWidth(), x));
    }

    /** The series that is nearest to a height among these values. */
    String nearest(List<ChartReading.Row> rows, double y) {
        return rows.stream()
                .min(
                        (a, b) ->
                                Double.compare(
                                        Math.abs(yPixel(a.place()) - y),
                                        Math.abs(yPixel(b.place()) - y)))
                .map(ChartReading.Row::name)
                .orElse("");
    }
}
