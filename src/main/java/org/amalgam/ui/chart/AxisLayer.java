package org.amalgam.ui.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Grid lines with their numbers, and marks, below the lines. */
final class AxisLayer {

    static final Font FONT = Font.font(10.5);

    private final Canvas canvas = new Canvas();

    Canvas node() {
        return canvas;
    }

    void paint(Plot plot, List<Double> marks, Frame frame, ChartInk ink) {
        canvas.setWidth(frame.width());
        canvas.setHeight(frame.height());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, frame.width(), frame.height());
        pen.setFont(FONT);
        pen.setFill(ink.text());
        pen.setStroke(ink.grid());
        pen.setLineWidth(1);
        rows(pen, plot, frame);
        columns(pen, plot, frame);
        pen.setStroke(ink.text());
        pen.setFill(ink.text());
        marks.stream()
                .filter(x -> x >= plot.x().low() && x <= plot.x().high())
                .forEach(x -> mark(pen, crisp(xOf(x, plot, frame)), frame));
    }

    /** A dashed line with a triangle at its foot. */
    private static void mark(GraphicsContext pen, double x, Frame frame) {
        double foot = frame.top() + frame.plotHeight();
        pen.setLineDashes(2, 4);
        pen.strokeLine(x, frame.top(), x, foot);
        pen.setLineDashes();
        pen.fillPolygon(new double[] {x - 4, x + 4, x}, new double[] {foot, foot, foot - 6}, 3);
    }

    private static double xOf(double value, Plot plot, Frame frame) {
        return frame.left() + plot.xPixel(value) * frame.plotWidth() / plot.width();
    }

    private static void rows(GraphicsContext pen, Plot plot, Frame frame) {
        int most = Math.max(2, (int) (frame.plotHeight() / 32));
        NiceTicks ticks = plot.scale().ticks(plot.y(), most);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setTextBaseline(VPos.CENTER);
        for (double value : ticks.values()) {
            double y = crisp(frame.top() + plot.yPixel(value) * frame.plotHeight() / plot.height());
            pen.strokeLine(frame.left(), y, frame.left() + frame.plotWidth(), y);
            pen.fillText(plot.scale().label(value, ticks), frame.left() - 6, y);
        }
    }

    private static void columns(GraphicsContext pen, Plot plot, Frame frame) {
        NiceTicks ticks = NiceTicks.of(plot.x(), Math.max(3, (int) (frame.plotWidth() / 44)));
        double foot = frame.top() + frame.plotHeight();
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.TOP);
        for (double value : ticks.values()) {
            // There is no event between two events.
            if (value != Math.rint(value)) {
                continue;
            }
            double x = crisp(xOf(value, plot, frame));
            pen.strokeLine(x, frame.top(), x, foot);
            pen.fillText(ChartFormat.count(value, ticks.step()), x, foot + 5);
        }
    }

    /** The middle of a pixel, so that a line one pixel wide stays one pixel wide. */
    private static double crisp(double at) {
        return Math.floor(at) + 0.5;
    }

    /** The plot's place inside the chart, in logical pixels. */
    record Frame(double width, double height, double left, double top, double right, double foot) {

        /** Whether it is of this region's size. */
        boolean fits(Region region) {
            return width == region.getWidth() && height == region.getHeight();
        }

        double plotWidth() {
            return Math.max(1, width - left - right);
        }

        double plotHeight() {
            return Math.max(1, height - top - foot);
        }
    }
}
