package org.amalgam.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What an event costs by the size of the catalogue, a line for each way of replaying; both axes are
 * logarithmic, so that a cost in proportion to the catalogue is a line that rises by 45°.
 */
public final class CostChart {

    private CostChart() {}

    /**
     * One measurement.
     *
     * @param series whose line it belongs to
     * @param items of the catalogue, above 0
     * @param millis an event took, above 0
     */
    public record Point(String series, int items, double millis) {}

    /** The picture as PNG. */
    public static byte[] png(List<Point> points) {
        return ChartImage.png(ChartImage.withoutDisplay(() -> chart(points)));
    }

    static XYChart chart(List<Point> points) {
        XYChart chart = Charts.xy("Cost of an event", "items of the catalogue", "ms, logarithmic");
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setXAxisDecimalPattern("#,##0");
        chart.getStyler().setLegendVisible(true);
        Map<String, List<Point>> lines =
                points.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Point::series, TreeMap::new, Collectors.toList()));
        lines.forEach(
                (series, line) -> {
                    XYSeries drawn =
                            chart.addSeries(
                                    series,
                                    line.stream().mapToDouble(Point::items).toArray(),
                                    line.stream().mapToDouble(Point::millis).toArray());
                    drawn.setMarker(SeriesMarkers.CIRCLE);
                });
        double[] millis = points.stream().mapToDouble(Point::millis).sorted().toArray();
        chart.getStyler().setYAxisMin(powerOfTen(Math.floor(Math.log10(millis[0]))));
        chart.getStyler().setYAxisMax(powerOfTen(Math.ceil(Math.log10(millis[millis.length - 1]))));
        return chart;
    }

    private static double powerOfTen(double exponent) {
        return Math.pow(10, exponent);
    }
}
