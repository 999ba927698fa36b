package org.amalgam.ui.chart;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.amalgam.ui.chart.AxisLayer.Frame;
import org.amalgam.ui.chart.EndColumn.EndLabel;

/** What lies above the lines: labels at their ends, the span being drawn, the pointer's values. */
final class OverlayLayer {

    private static final double ROW = 15;
    private static final double BOX_WIDTH = 150;
    private static final double LABEL_GAP = 9;

    private final Canvas canvas = new Canvas();

    OverlayLayer() {
        canvas.setMouseTransparent(true);
    }

    Canvas node() {
        return canvas;
    }

    /**
     * Paints all.
     *
     * @param drawn ends of the span that is being drawn, in pixels
     * @param reading values under the pointer, when it is over the plot
     */
    void paint(
            ChartPicture picture,
            Optional<Span> drawn,
            Optional<ChartReading> reading,
            ChartInk ink,
            ChartFormat format) {
        Frame frame = picture.frame();
        canvas.setWidth(frame.width());
        canvas.setHeight(frame.height());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, frame.width(), frame.height());
        pen.setFont(AxisLayer.FONT);
        pen.setTextBaseline(VPos.CENTER);
        paintEnds(pen, picture, ink, format);
        drawn.ifPresent(span -> paintSpan(pen, span, frame, ink));
        reading.ifPresent(at -> paintReading(pen, at, picture, ink, format));
    }

    private static void paintEnds(
            GraphicsContext pen, ChartPicture picture, ChartInk ink, ChartFormat format) {
        double x = picture.frame().width() - picture.frame().right();
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setLineWidth(0.8);
        for (EndLabel label : picture.ends().labels()) {
            int rgb = label.row().rgb();
            pen.setFill(ChartInk.fill(rgb));
            pen.fillOval(x - 2.5, label.end() - 2.5, 5, 5);
            pen.setStroke(ChartInk.fill(rgb));
            pen.strokeLine(x + 3, label.end(), x + 6, label.y());
            pen.setFill(ink.label(rgb));
            pen.fillText(endText(label.row(), format), x + LABEL_GAP, label.y());
        }
        if (picture.ends().leftOut() > 0) {
            pen.setFill(ink.text());
            pen.fillText("+" + picture.ends().leftOut(), x + LABEL_GAP, picture.ends().moreY());
        }
    }

    static String endText(ChartReading.Row end, ChartFormat format) {
        return format.names().apply(end.name()) + " " + format.value(end.value());
    }

    private static void paintSpan(GraphicsContext pen, Span span, Frame frame, ChartInk ink) {
        pen.setGlobalAlpha(0.16);
        pen.setFill(ink.strong());
        pen.fillRect(span.low(), frame.top(), span.length(), frame.plotHeight());
        pen.setGlobalAlpha(1);
    }

    private static void paintReading(
            GraphicsContext pen,
            ChartReading reading,
            ChartPicture picture,
            ChartInk ink,
            ChartFormat format) {
        Frame frame = picture.frame();
        double x = picture.xPixel(reading.x());
        pen.setStroke(ink.text());
        pen.setLineWidth(1);
        pen.setLineDashes(3, 3);
        pen.strokeLine(x, frame.top(), x, frame.top() + frame.plotHeight());
        pen.setLineDashes();
        for (ChartReading.Row row : reading.rows()) {
            pen.setFill(ChartInk.fill(row.rgb()));
            pen.fillOval(x - 3, picture.yPixel(row.place()) - 3, 6, 6);
        }
        double height = ROW * (reading.rows().size() + 1) + 12;
        double left = boxLeft(x, frame.width());
        double top = Math.max(0, Math.min(frame.top() + 4, frame.height() - height));
        box(pen, reading, new double[] {left, top, height}, ink, format);
    }

    /** Beside the pointer where there is room, within the chart in any case. */
    static double boxLeft(double x, double width) {
        boolean right = x + 12 + BOX_WIDTH < width;
        return right ? x + 12 : Math.max(0, x - 12 - BOX_WIDTH);
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
}
