package org.amalgam.pipeline.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.Latency;
import org.amalgam.domain.LiveSnapshot.Quality;
import org.amalgam.domain.RankedItem;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.StepOutcome;
import org.amalgam.evaluation.Interval;
import org.amalgam.pipeline.AmalgamVersion;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.report.Machine;
import org.amalgam.report.RunReport;
import org.amalgam.report.RunTelemetry;

/** Makes a run's report out of its records. */
public final class RunReports {

    private static final int HISTORY_SHOWN = 6;
    private static final int LIST_SHOWN = 10;

    private final String kind;
    private final long seed;
    private final String dataDigest;
    private final Catalogue catalogue;
    private final Map<String, Object> settings;

    /**
     * @param kind of run, e.g. {@code replay}
     * @param settings by name, in the order shown
     */
    public RunReports(
            String kind,
            long seed,
            String dataDigest,
            Catalogue catalogue,
            Map<String, Object> settings) {
        this.kind = kind;
        this.seed = seed;
        this.dataDigest = dataDigest;
        this.catalogue = catalogue;
        this.settings = new LinkedHashMap<>(settings);
    }

    /** The report of a replay that has come to its end, and took this of the machine. */
    public RunReport of(
            Replay replay, ReplaySummary summary, RunTelemetry telemetry, String command) {
        SeriesRecorder series = replay.records().series();
        return report(
                summary,
                command,
                replay.state().adjustments(),
                stages(replay.latency().overall()),
                Optional.of(telemetry),
                timelines(series.points()),
                tables(replay),
                notes(replay, summary),
                series.examples().stream().map(this::sample).toList());
    }

    /** The report of an offline evaluation, which has no course over time. */
    public RunReport of(
            ReplaySummary summary,
            List<DataProfile.Table> figures,
            List<String> notes,
            String command) {
        return report(
                summary,
                command,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                figures,
                notes,
                List.of());
    }

    private RunReport report(
            ReplaySummary summary,
            String command,
            List<Adjustment> adjustments,
            List<RunReport.StageLatency> stages,
            Optional<RunTelemetry> telemetry,
            List<RunReport.Timeline> timelines,
            List<DataProfile.Table> tables,
            List<String> notes,
            List<RunReport.Sample> samples) {
        return new RunReport(
                kind,
                command,
                AmalgamVersion.current(),
                seed,
                dataDigest,
                settings,
                Machine.describe(),
                summary.results(),
                intervals(summary.results()),
                summary.comparisons(),
                adjustments,
                Optional.empty(),
                stages,
                telemetry,
                timelines,
                tables,
                notes,
                samples,
                Optional.empty());
    }

    private static List<RunReport.Interval> intervals(List<RankerResult> results) {
        return results.stream()
                .map(
                        result -> {
                            long hits = Math.round(result.hr20() * result.cases());
                            Interval interval = Interval.wilson(hits, result.cases());
                            return new RunReport.Interval(
                                    result.ranker(), "hr20", interval.low(), interval.high());
                        })
                .toList();
    }

    private static List<RunReport.StageLatency> stages(Map<String, Latency> latency) {
        List<RunReport.StageLatency> stages = new ArrayList<>();
        latency.forEach(
                (stage, time) ->
                        stages.add(
                                new RunReport.StageLatency(
                                        stage,
                                        time.p50Millis(),
                                        time.p95Millis(),
                                        time.p99Millis(),
                                        time.maxMillis())));
        return stages;
    }

    private static List<RunReport.Timeline> timelines(List<SeriesRecorder.Point> points) {
        List<RunReport.Point> weights = new ArrayList<>();
        List<RunReport.Point> latency = new ArrayList<>();
        List<RunReport.Point> lag = new ArrayList<>();
        List<RunReport.Point> hr = new ArrayList<>();
        List<RunReport.Point> mrr = new ArrayList<>();
        for (SeriesRecorder.Point point : points) {
            weights.add(new RunReport.Point(point.step(), point.weights().asMap(), Map.of()));
            latency.add(
                    new RunReport.Point(
                            point.step(),
                            percentiles(point.latency().get(LiveSnapshot.WHOLE_EVENT)),
                            Map.of()));
            Optional.ofNullable(point.latency().get(LiveSnapshot.LAG))
                    .ifPresent(
                            late ->
                                    lag.add(
                                            new RunReport.Point(
                                                    point.step(), percentiles(late), Map.of())));
            hr.add(sliding(point, true));
            mrr.add(sliding(point, false));
        }
        return Stream.of(
                        new RunReport.Timeline(RunReport.Timeline.FUSION_WEIGHTS, weights),
                        new RunReport.Timeline(RunReport.Timeline.LATENCY, latency),
                        new RunReport.Timeline(RunReport.Timeline.LAG, lag),
                        new RunReport.Timeline(RunReport.Timeline.SLIDING_HR20, hr),
                        new RunReport.Timeline(RunReport.Timeline.SLIDING_MRR20, mrr))
                .filter(timeline -> points.isEmpty() || !timeline.points().isEmpty())
                .toList();
    }

    private static Map<String, Double> percentiles(Latency times) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("p50", times.p50Millis());
        values.put("p95", times.p95Millis());
        values.put("p99", times.p99Millis());
        return values;
    }

    private static RunReport.Point sliding(SeriesRecorder.Point point, boolean hitRate) {
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, RunReport.Band> bands = new LinkedHashMap<>();
        for (Quality quality : point.quality()) {
            values.put(quality.ranker(), hitRate ? quality.slidingHr20() : quality.slidingMrr20());
            bands.put(
                    quality.ranker(),
                    hitRate
                            ? new RunReport.Band(
                                    quality.slidingHr20Low(), quality.slidingHr20High())
                            : new RunReport.Band(
                                    quality.slidingMrr20Low(), quality.slidingMrr20High()));
        }
        return new RunReport.Point(point.step(), values, bands);
    }

    private static List<DataProfile.Table> tables(Replay replay) {
        List<DataProfile.Table> tables = new ArrayList<>();
        tables.add(QualityTables.figures(replay.records().figures()));
        tables.addAll(QualityTables.slices(replay.state().quality().slices()));
        return tables;
    }

    private static List<String> notes(Replay replay, ReplaySummary summary) {
        List<String> notes = new ArrayList<>(replayNotes());
        QualityRecorder quality = replay.state().quality();
        replay.setup()
                .oracle()
                .ifPresent(oracle -> notes.addAll(OracleNotes.of(oracle, quality, summary)));
        return notes;
    }

    private static List<String> replayNotes() {
        return List.of(
                "Each event was predicted before it was revealed, then scored, then learned from.",
                "Cases are events with an earlier event in their session; an item that had never"
                        + " occurred before is a miss for every ranker. Events that open a session"
                        + " are reported apart.",
                "Ranks are over all items seen so far; items with equal scores share their mean"
                        + " rank, so a ranker that cannot tell items apart gets no credit.",
                "Intervals of differences are 95 % by paired bootstrap over users.",
                QualityTables.SIMILARITY_NOTE,
                QualityRecorder.STREAM_NOTE);
    }

    private RunReport.Sample sample(StepOutcome outcome) {
        ItemSequence history = outcome.window().context().tail(HISTORY_SHOWN);
        List<RunReport.Title> seen = new ArrayList<>();
        for (int i = 0; i < history.length(); i++) {
            seen.add(RunReport.Title.of(catalogue, history.item(i)));
        }
        List<RunReport.Suggestion> top =
                outcome.fused().orElseThrow().top().stream()
                        .limit(LIST_SHOWN)
                        .map(this::suggestion)
                        .toList();
        return new RunReport.Sample("event " + outcome.event().number(), seen, top);
    }

    private RunReport.Suggestion suggestion(RankedItem place) {
        return new RunReport.Suggestion(
                RunReport.Title.of(catalogue, place.item()), place.score(), place.shares());
    }
}
