package org.amalgam.ui.chart;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.amalgam.ui.chart.AxisLayer.Frame;

/** What lies above the lines: labels at their ends, and the values under the pointer. */
final class OverlayLayer {

    private static final double LABEL_HEIGHT = 13;
    private static final double ROW = 15;
    private static final double BOX_WIDTH = 150;

    private final Canvas canvas = new Canvas();

    OverlayLayer() {
        canvas.setMouseTransparent(true);
    }

    Canvas node() {
        return canvas;
    }

    /**
     * Paints both.
     *
     * @param ends newest value of each series
     * @param reading values under the pointer, when it is over the plot
     */
    void paint(
            List<ChartReading.Row> ends,
            Optional<ChartReading> reading,
            Plot plot,
            Frame frame,
            ChartInk ink,
            ChartFormat format) {
        canvas.setWidth(frame.width());
        canvas.setHeight(frame.height());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, frame.width(), frame.height());
        pen.setFont(AxisLayer.FONT);
        pen.setTextBaseline(VPos.CENTER);
        paintEnds(pen, ends, plot, frame, ink, format);
        reading.ifPresent(at -> paintReading(pen, at, plot, frame, ink, format));
    }

    private static void paintEnds(
            GraphicsContext pen,
            List<ChartReading.Row> ends,
            Plot plot,
            Frame frame,
            ChartInk ink,
            ChartFormat format) {
        double[] wanted =
                ends.stream()
                        .mapToDouble(end -> yOf(end.place(), plot, frame))
                        .map(y -> clamp(y, frame.top(), frame.top() + frame.plotHeight()))
                        .toArray();
        double[] places =
                EndLabels.place(
                        wanted, LABEL_HEIGHT, frame.top() - 6, frame.height() - frame.foot() + 8);
        double x = frame.width() - frame.right();
        pen.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; i < places.length; i++) {
            ChartReading.Row end = ends.get(i);
            pen.setFill(ChartInk.fill(end.rgb()));
            pen.fillOval(x - 2.5, wanted[i] - 2.5, 5, 5);
            pen.setStroke(ChartInk.fill(end.rgb()));
            pen.setLineWidth(0.8);
            pen.strokeLine(x + 3, wanted[i], x + 6, places[i]);
            pen.setFill(ink.label(end.rgb()));
            pen.fillText(endText(end, format), x + 9, places[i]);
        }
    }

    static String endText(ChartReading.Row end, ChartFormat format) {
        return format.names().apply(end.name()) + " " + format.value(end.value());
    }

    private static void paintReading(
            GraphicsContext pen,
            ChartReading reading,
            Plot plot,
            Frame frame,
            ChartInk ink,
            ChartFormat format) {
        double x = frame.left() + plot.xPixel(reading.x()) * frame.plotWidth() / plot.width();
        pen.setStroke(ink.text());
        pen.setLineWidth(1);
        pen.setLineDashes(3, 3);
        pen.strokeLine(x, frame.top(), x, frame.top() + frame.plotHeight());
        pen.setLineDashes();
        for (ChartReading.Row row : reading.rows()) {
            pen.setFill(ChartInk.fill(row.rgb()));
            pen.fillOval(x - 3, yOf(row.place(), plot, frame) - 3, 6, 6);
        }
        double height = ROW * (reading.rows().size() + 1) + 12;
        boolean right = x + 12 + BOX_WIDTH < frame.width();
        double left = right ? x + 12 : x - 12 - BOX_WIDTH;
        double top = Math.max(0, Math.min(frame.top() + 4, frame.height() - height));
        box(pen, reading, new double[] {left, top, height}, ink, format);
    }

    private static void box(
            GraphicsContext pen,
            ChartReading reading,
            double[] place,
            ChartInk ink,
            ChartFormat format) {
        double left = place[0];
        double y = place[1] + 6 + ROW / 2;
        pen.setFill(ink.box());
        pen.fillRoundRect(left, place[1], BOX_WIDTH, place[2], 8, 8);
        pen.setStroke(ink.boxEdge());
        pen.strokeRoundRect(left + .5, place[1] + .5, BOX_WIDTH - 1, place[2] - 1, 8, 8);
        pen.setFill(ink.text());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.fillText(format.xName() + " " + ChartFormat.number(reading.x(), 0), left + 10, y);
        for (ChartReading.Row row : reading.rows()) {
            y += ROW;
            pen.setFill(ChartInk.fill(row.rgb()));
            pen.fillRoundRect(left + 10, y - 4, 8, 8, 3, 3);
            pen.setFill(ink.strong());
            pen.setTextAlign(TextAlignment.LEFT);
            pen.fillText(format.names().apply(row.name()), left + 24, y);
            pen.setTextAlign(TextAlignment.RIGHT);
            pen.fillText(format.value(row.value()), left + BOX_WIDTH - 10, y);
        }
    }

    private static double yOf(double value, Plot plot, Frame frame) {
        return frame.top() + plot.yPixel(value) * frame.plotHeight() / plot.height();
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
