package org.amalgam.ui.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.ui.chart.ChartModel;

/** The figures at the top, each with how it changed over the latest events. */
final class LiveTiles {

    /** Changes are against the value this many events ago. */
    static final int BACK = 1_000;

    /**
     * One figure.
     *
     * @param better +1 when it got better, −1 when worse, 0 when it did not change to speak of
     */
    record Tile(String key, String value, String unit, String change, int better) {

        /** Whether it is a figure of the fused ranking. */
        boolean fused() {
            return key.equals("hr") || key.equals("mrr");
        }
    }

    private final LiveCharts charts;

    LiveTiles(LiveCharts charts) {
        this.charts = charts;
    }

    List<Tile> of(LiveSnapshot snapshot) {
        double step = snapshot.step();
        ChartModel latency = charts.latency(LiveSnapshot.WHOLE_EVENT);
        String fused = snapshot.shownRanker().orElse("");
        return List.of(
                tile("hr", charts.hitRate(), fused, step, new Form("%.3f", "", 1)),
                tile("mrr", charts.reciprocalRank(), fused, step, new Form("%.3f", "", 1)),
                tile("p50", latency, "p50", step, new Form("%.2f", "ms", -1)),
                tile("p99", latency, "p99", step, new Form("%.2f", "ms", -1)),
                tile("pace", charts.pace(), "pace", step, new Form("%,.0f", "", 1)));
    }

    /**
     * @param good +1 when more is better, −1 when less is
     */
    private record Form(String pattern, String unit, int good) {
        String write(double value) {
            return String.format(java.util.Locale.ROOT, pattern, value);
        }
    }

    private static Tile tile(String key, ChartModel chart, String series, double step, Form form) {
        OptionalDouble now = chart.lastValue(series);
        if (now.isEmpty()) {
            return new Tile(key, "–", "", "", 0);
        }
        Optional<Double> change = change(chart, series, step, now.getAsDouble());
        String size = form.write(change.map(Math::abs).orElse(0.0));
        boolean none = change.isEmpty() || size.equals(form.write(0));
        boolean up = change.orElse(0.0) > 0;
        return new Tile(
                key,
                form.write(now.getAsDouble()),
                form.unit(),
                none ? "" : (up ? "▲ " : "▼ ") + size,
                none ? 0 : up ? form.good() : -form.good());
    }

    private static Optional<Double> change(
            ChartModel chart, String series, double step, double now) {
        OptionalDouble before = chart.series().get(series).valueAt(step - BACK);
        return before.isPresent() ? Optional.of(now - before.getAsDouble()) : Optional.empty();
    }
}
