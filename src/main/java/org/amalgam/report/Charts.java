package org.amalgam.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amalgam.domain.RankerResult;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the charts of a report. Their texts are plain Latin, so that any font can draw them. */
final class Charts {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 560;
    private static final Color INK = new Color(0x24292F);
    private static final Color GRID = new Color(0xE6E9ED);

    /** Part of the x axis kept free at the right for labels. */
    private static final double LABEL_ROOM = 0.17;

    /** Least distance of two labels, as part of the y axis. */
    private static final double LABEL_DISTANCE = 0.045;

    private Charts() {}

    /** The charts for which the report has data, by file name without ending. */
    static Map<String, XYChart> of(RunReport report) {
        Map<String, XYChart> charts = new LinkedHashMap<>();
        if (!report.results().isEmpty()) {
            charts.put("hit-rate", hitRates(report));
        }
        for (RunReport.Timeline timeline : report.timelines()) {
            if (timeline.points().size() < 2) {
                continue;
            }
            switch (timeline.name()) {
                case RunReport.Timeline.SLIDING_HR20 ->
                        charts.put("sliding-hr20", lines(timeline, "HR@20 over the latest cases"));
                case RunReport.Timeline.SLIDING_MRR20 ->
                        charts.put(
                                "sliding-mrr20", lines(timeline, "MRR@20 over the latest cases"));
                case RunReport.Timeline.FUSION_WEIGHTS ->
                        charts.put("fusion-weights", weights(timeline));
                case RunReport.Timeline.LATENCY -> charts.put("latency", latency(timeline));
                case RunReport.Timeline.LAG -> charts.put("lag", lines(timeline, "Replay lag, ms"));
                default -> {
                    // A timeline without a chart is in summary.json.
                }
            }
        }
        return charts;
    }

    private static XYChart lines(RunReport.Timeline timeline, String title) {
        XYChart chart = xy(title, "");
        List<Label> labels = new ArrayList<>();
        for (String name : byImportance(timeline.names())) {
            labels.add(addLine(chart, timeline, name));
            if (name.equals("fused")) {
                addBand(chart, timeline, name);
            }
        }
        double[] range = range(timeline);
        label(chart, labels, range, lastEvent(timeline));
        return chart;
    }

    /** Fused last, so that it lies on top. */
    private static List<String> byImportance(List<String> names) {
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(Comparator.comparing((String name) -> name.startsWith("fused")));
        return sorted;
    }

    private record Label(String text, double y, Color colour) {}

    private static Label addLine(XYChart chart, RunReport.Timeline timeline, String name) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (RunReport.Point point : timeline.points()) {
            Double value = point.values().get(name);
            if (value != null) {
                x.add((double) point.event());
                y.add(value);
            }
        }
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(Palette.colour(name));
        series.setLineStyle(Palette.stroke(name));
        double last = y.get(y.size() - 1);
        return new Label(
                name + "  " + (last < 1 ? decimal(last, 3) : decimal(last, 1)),
                last,
                Palette.colour(name));
    }

    private static void addBand(XYChart chart, RunReport.Timeline timeline, String name) {
        List<RunReport.Point> points =
                timeline.points().stream().filter(p -> p.bands().containsKey(name)).toList();
        if (points.size() < 2) {
            return;
        }
        List<Double> x = points.stream().map(point -> (double) point.event()).toList();
        Map<String, List<Double>> edges = new LinkedHashMap<>();
        edges.put("low", points.stream().map(point -> point.bands().get(name).low()).toList());
        edges.put("high", points.stream().map(point -> point.bands().get(name).high()).toList());
        edges.forEach(
                (edge, y) -> {
                    XYSeries series = chart.addSeries(name + " " + edge, x, y);
                    series.setMarker(SeriesMarkers.NONE);
                    series.setLineColor(new Color(0x9A9A9A));
                    series.setLineStyle(
                            new BasicStroke(
                                    1,
                                    BasicStroke.CAP_BUTT,
                                    BasicStroke.JOIN_ROUND,
                                    1,
                                    new float[] {1, 3},
                                    0));
                });
    }

    private static double[] range(RunReport.Timeline timeline) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (RunReport.Point point : timeline.points()) {
            for (double value : point.values().values()) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            for (RunReport.Band band : point.bands().values()) {
                low = Math.min(low, band.low());
                high = Math.max(high, band.high());
            }
        }
        double margin = Math.max(1e-3, 0.05 * (high - low));
        return new double[] {Math.max(0, low - margin), high + margin};
    }

    /** Names at the ends of their lines, pushed apart where they would overlap. */
    private static void label(XYChart chart, List<Label> labels, double[] range, double last) {
        chart.getStyler().setYAxisMin(range[0]);
        chart.getStyler().setYAxisMax(range[1]);
        double distance = LABEL_DISTANCE * (range[1] - range[0]);
        List<Label> rising = new ArrayList<>(labels);
        rising.sort(Comparator.comparingDouble(Label::y));
        double[] at = new double[rising.size()];
        for (int i = 0; i < at.length; i++) {
            double lowest = i == 0 ? range[0] + distance / 2 : at[i - 1] + distance;
            at[i] = Math.max(rising.get(i).y(), lowest);
        }
        double highest = range[1] - distance / 2;
        for (int i = at.length - 1; i >= 0; i--) {
            at[i] = Math.min(at[i], highest);
            highest = at[i] - distance;
        }
        double x = labelStart(last);
        for (int i = 0; i < at.length; i++) {
            addText(chart, rising.get(i).text(), x, at[i], rising.get(i).colour());
        }
        keepRoom(chart, last);
    }

    private static void addText(XYChart chart, String text, double x, double y, Color colour) {
        chart.addAnnotation(new EndLabel(text, x, y, colour, font(Font.BOLD, 14)));
    }

    /** Where labels begin: a little after the last event. */
    private static double labelStart(double last) {
        return last + 0.06 * (axisEnd(last) - last);
    }

    private static double axisEnd(double last) {
        return last / (1 - LABEL_ROOM);
    }

    private static void keepRoom(XYChart chart, double last) {
        chart.getStyler().setXAxisMax(axisEnd(last));
        // No events there, so no numbers either.
        chart.getStyler()
                .setxAxisTickLabelsFormattingFunction(x -> x > last ? blank(x / last) : tick(x));
    }

    private static double lastEvent(RunReport.Timeline timeline) {
        return timeline.points().get(timeline.points().size() - 1).event();
    }

    /** Areas from the sum of all weights down: each covers all of the one before but its weight. */
    private static XYChart weights(RunReport.Timeline timeline) {
        XYChart chart = xy("Fusion weights", "");
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Area);
        List<String> names = timeline.names();
        List<Double> x = timeline.points().stream().map(point -> (double) point.event()).toList();
        double last = lastEvent(timeline);
        List<Label> labels = new ArrayList<>();
        double below = 1;
        for (int i = names.size() - 1; i >= 0; i--) {
            String name = names.get(i);
            List<String> stack = names.subList(0, i + 1);
            List<Double> tops = timeline.points().stream().map(p -> sum(p, stack)).toList();
            XYSeries series = chart.addSeries(name, x, tops);
            series.setMarker(SeriesMarkers.NONE);
            series.setFillColor(Palette.colour(name));
            series.setLineColor(Color.WHITE);
            series.setLineStyle(new BasicStroke(1.5f));
            double weight = timeline.points().get(x.size() - 1).values().getOrDefault(name, 0.0);
            String text = name + "  " + decimal(weight, 2);
            labels.add(new Label(text, below - weight / 2, Palette.colour(name)));
            below -= weight;
        }
        label(chart, labels, new double[] {0, 1}, last);
        return chart;
    }

    private static double sum(RunReport.Point point, List<String> names) {
        return names.stream().mapToDouble(name -> point.values().getOrDefault(name, 0.0)).sum();
    }

    private static XYChart latency(RunReport.Timeline timeline) {
        XYChart chart = xy("Latency of a step", "ms, logarithmic");
        chart.getStyler().setYAxisLogarithmic(true);
        List<Label> labels = new ArrayList<>();
        for (String name : timeline.names()) {
            labels.add(addLine(chart, timeline, name));
        }
        double last = lastEvent(timeline);
        double x = labelStart(last);
        for (Label label : labels) {
            addText(chart, label.text() + " ms", x, label.y(), label.colour());
        }
        keepRoom(chart, last);
        double low = Math.max(1e-3, range(timeline)[0]);
        chart.getStyler()
                .setYAxisMin(Math.pow(10, Math.floor(Math.log10(Math.max(low, lowest(timeline))))));
        chart.getStyler().setYAxisMax(Math.pow(10, Math.ceil(Math.log10(range(timeline)[1]))));
        return chart;
    }

    private static double lowest(RunReport.Timeline timeline) {
        return timeline.points().stream()
                .flatMap(point -> point.values().values().stream())
                .mapToDouble(Double::doubleValue)
                .filter(value -> value > 0)
                .min()
                .orElse(1e-3);
    }

    /** Bars from zero, best on top, as thick lines: their intervals need not be symmetric. */
    private static XYChart hitRates(RunReport report) {
        XYChart chart = xy("HR@20 over all cases, with 95 % intervals", "");
        List<RankerResult> rising = new ArrayList<>(report.results());
        rising.sort(Comparator.comparingDouble(RankerResult::hr20));
        double most = 0;
        for (int row = 0; row < rising.size(); row++) {
            most = Math.max(most, addBar(chart, report, rising.get(row), row));
        }
        most = Math.max(most, 0.01);
        for (int row = 0; row < rising.size(); row++) {
            addText(chart, rising.get(row).ranker(), -0.2 * most, row, INK);
        }
        double scale = most;
        chart.setXAxisTitle("HR@20");
        AxesChartStyler styler = chart.getStyler();
        styler.setXAxisMin(-0.2 * most);
        styler.setXAxisMax(1.12 * most);
        styler.setYAxisMin(-0.6);
        styler.setYAxisMax(rising.size() - 0.4);
        styler.setYAxisTicksVisible(false);
        styler.setPlotGridHorizontalLinesVisible(false);
        styler.setPlotGridVerticalLinesVisible(true);
        styler.setxAxisTickLabelsFormattingFunction(x -> x < -1e-9 ? blank(x / scale) : tick(x));
        return chart;
    }

    /** Returns how far right the bar and its whisker reach. */
    private static double addBar(XYChart chart, RunReport report, RankerResult result, int row) {
        String name = result.ranker();
        double value = result.hr20();
        addSegment(chart, name, 0, value, row, Palette.colour(name), 20);
        double reach = value;
        for (RunReport.Interval one : report.intervals()) {
            if (one.ranker().equals(name) && one.metric().equals("hr20")) {
                addSegment(chart, name + " low", one.low(), value, row, new Color(0xBFC5CC), 3);
                addSegment(chart, name + " high", value, one.high(), row, new Color(0x59636E), 3);
                reach = Math.max(reach, one.high());
            }
        }
        addText(chart, " " + decimal(value, 3), reach, row, INK);
        return reach;
    }

    private static void addSegment(
            XYChart chart, String name, double from, double to, int row, Color colour, int width) {
        XYSeries series =
                chart.addSeries(name, List.of(from, to), List.of((double) row, (double) row));
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    }

    private static XYChart xy(String title, String yTitle) {
        return xy(title, "events replayed", yTitle);
    }

    /** An empty chart in the style of all. */
    static XYChart xy(String title, String xTitle, String yTitle) {
        XYChart chart =
                new XYChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .title(title)
                        .xAxisTitle(xTitle)
                        .yAxisTitle(yTitle)
                        .build();
        style(chart.getStyler());
        return chart;
    }

    private static void style(AxesChartStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setChartTitleFont(font(Font.BOLD, 20));
        styler.setChartTitleBoxVisible(false);
        styler.setAxisTitleFont(font(Font.PLAIN, 14));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 14));
        styler.setAxisTickLabelsColor(INK);
        styler.setAxisTickMarksColor(GRID);
        styler.setXAxisTickMarkSpacingHint(110);
        styler.setYAxisDecimalPattern("0.###");
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setLegendVisible(false);
        styler.setChartPadding(18);
        styler.setAntiAlias(true);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    }

    private static Font font(int face, int size) {
        return new Font(Font.SANS_SERIF, face, size);
    }

    private static String decimal(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    /** Up to six decimals: XChart looks for other ticks, for ever, as long as two read the same. */
    private static String tick(double value) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }

    /** Looks empty, but differs from value to value, for the reason given at {@link #tick}. */
    private static String blank(double value) {
        return "\u200B".repeat(1 + (int) Math.round(Math.abs(value) * 1000) % 5000);
    }
}
