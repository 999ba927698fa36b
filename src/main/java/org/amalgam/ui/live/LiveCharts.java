package org.amalgam.ui.live;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.Latency;
import org.amalgam.domain.LiveSnapshot.Quality;
import org.amalgam.ui.chart.ChartModel;
import org.amalgam.ui.chart.ChartModel.Kind;
import org.amalgam.ui.chart.LineStyle;
import org.amalgam.ui.chart.Palette;

/**
 * The charts' histories; x is the number of events replayed. When the replay goes back, the points
 * later than where it is now are forgotten: what comes next may differ, by an order given there.
 */
public final class LiveCharts {

    /** Before that a figure jumps between 0 and 1 and would only spoil the scale. */
    private static final int LEAST_CASES = 30;

    private static final LineStyle P50 = LineStyle.solid(Palette.SKY, 1.8);
    private static final LineStyle P95 = LineStyle.solid(Palette.BLUE, 1.6);
    private static final LineStyle P99 = LineStyle.solid(Palette.VERMILION, 1.6);

    private final ChartModel hitRate = new ChartModel(Kind.LINES);
    private final ChartModel reciprocalRank = new ChartModel(Kind.LINES);
    private final ChartModel weights = new ChartModel(Kind.STACKED);
    private final ChartModel pace = new ChartModel(Kind.LINES);
    private final Map<String, ChartModel> latency = new HashMap<>();
    private final Set<String> stages = new LinkedHashSet<>();
    private final ChartModel lag = new ChartModel(Kind.LINES);
    private final ChartModel backlog = new ChartModel(Kind.LINES);
    private long newest = -1;

    /** Adds a snapshot; one of a step already seen is left out. */
    public void add(LiveSnapshot snapshot) {
        if (snapshot.step() < newest) {
            double here = (double) snapshot.step();
            all().forEach(chart -> chart.forgetAfter(here));
            newest = snapshot.step();
        }
        if (snapshot.step() == newest || snapshot.step() == 0) {
            return;
        }
        newest = snapshot.step();
        double step = newest;
        String shown = snapshot.shownRanker().orElse("");
        snapshot.quality().forEach(quality -> addQuality(step, quality, shown));
        hitRate.mark(adjustedAt(snapshot));
        addWeights(step, snapshot.weights());
        stages.addAll(snapshot.latency().keySet());
        snapshot.latency().forEach((stage, times) -> addLatency(step, stage, times));
        if (!Double.isInfinite(snapshot.speed())) {
            addLag(step, snapshot);
        }
        pace.add("pace", LineStyle.solid(Palette.GREEN, 1.5), step, snapshot.eventsPerSecond());
    }

    /** Steps after which something was adjusted, changes that were only noted left out. */
    private static List<Double> adjustedAt(LiveSnapshot snapshot) {
        return snapshot.adjustments().stream()
                .filter(adjustment -> !adjustment.changes().isEmpty())
                .map(adjustment -> (double) adjustment.step())
                .toList();
    }

    private void addQuality(double step, Quality quality, String shown) {
        if (quality.cases() < LEAST_CASES || isStillToCome(quality)) {
            return;
        }
        // The list on the screen is this ranker's, so its line is the widest.
        boolean main = quality.ranker().equals(shown);
        LineStyle style = Palette.line(main ? "fused" : quality.ranker());
        hitRate.add(
                quality.ranker(),
                style,
                step,
                quality.slidingHr20(),
                quality.slidingHr20Low(),
                quality.slidingHr20High());
        reciprocalRank.add(
                quality.ranker(),
                style,
                step,
                quality.slidingMrr20(),
                quality.slidingMrr20Low(),
                quality.slidingMrr20High());
    }

    /** A ranker without any answer yet has no quality, which is not the same as a bad one. */
    private static boolean isStillToCome(Quality quality) {
        return quality.abstaining().isPresent() && quality.hr20() == 0;
    }

    private void addWeights(double step, FusionWeights now) {
        if (!Set.copyOf(weights.names()).equals(now.members())) {
            weights.clear();
        }
        now.asMap().forEach((member, weight) -> addWeight(step, member, weight));
    }

    private void addWeight(double step, String member, double weight) {
        weights.add(member, LineStyle.solid(Palette.colour(member), 1), step, weight);
    }

    private void addLatency(double step, String stage, Latency times) {
        ChartModel chart = latency(stage);
        chart.add("p50", P50, step, times.p50Millis());
        chart.add("p95", P95, step, times.p95Millis());
        chart.add("p99", P99, step, times.p99Millis());
    }

    private void addLag(double step, LiveSnapshot snapshot) {
        lag.add("lag", P50, step, snapshot.lag().toNanos() / 1e6);
        Latency late = snapshot.latency().get(LiveSnapshot.LAG);
        if (late != null) {
            lag.add("p99", P99, step, late.p99Millis());
        }
        backlog.add("backlog", P95, step, (double) snapshot.load().backlog());
    }

    /** Forgets everything, for the next replay. */
    public void clear() {
        newest = -1;
        all().forEach(ChartModel::clear);
        stages.clear();
    }

    private Stream<ChartModel> all() {
        return Stream.concat(
                Stream.of(hitRate, reciprocalRank, weights, pace, lag, backlog),
                latency.values().stream());
    }

    /** Sliding HR@20 by ranker, with bands. */
    public ChartModel hitRate() {
        return hitRate;
    }

    /** Sliding MRR@20 by ranker, with bands. */
    public ChartModel reciprocalRank() {
        return reciprocalRank;
    }

    /** Fusion weights by member, stacked. */
    public ChartModel weights() {
        return weights;
    }

    /** How late work on the latest event began, and p99 of that, in milliseconds; with a clock. */
    public ChartModel lag() {
        return lag;
    }

    /** Events that are due and wait; with a clock. */
    public ChartModel backlog() {
        return backlog;
    }

    /** Events a second. */
    public ChartModel pace() {
        return pace;
    }

    /** Stages whose times have come, in flow order. */
    public List<String> stages() {
        return List.copyOf(stages);
    }

    /** p50, p95 and p99 of a stage in milliseconds; without points until some came. */
    public ChartModel latency(String stage) {
        return latency.computeIfAbsent(stage, name -> new ChartModel(Kind.LOG_LINES));
    }
}
