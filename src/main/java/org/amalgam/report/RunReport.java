package org.amalgam.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.SourceReport;

/**
 * Everything a run found. All numbers are finite.
 *
 * @param kind of run: {@code replay}, {@code demo}, {@code evaluate sessions}, …
 * @param command that does the run again
 * @param dataDigest of the events the run read
 * @param settings text, numbers or truth values by name, in the order in which they are shown
 * @param results one a ranker
 * @param intervals 95 % intervals of results, where they were computed
 * @param comparisons of two rankers on the same cases
 * @param adjustments changes of quality that were noticed, and what was adjusted, oldest first
 * @param cleaning what import made of the log, if the run imported one
 * @param stages latency by stage, in flow order
 * @param telemetry what the run took of its machine; empty where nobody measured
 * @param timelines values over the replay, see {@link Timeline}
 * @param slices quality by part of the cases, as tables
 * @param notes what a reader should know, a sentence each
 * @param source what became of the lines of a growing log, if the run followed one
 */
public record RunReport(
        String kind,
        String command,
        String amalgamVersion,
        long seed,
        String dataDigest,
        Map<String, Object> settings,
        Machine machine,
        List<RankerResult> results,
        List<Interval> intervals,
        List<Comparison> comparisons,
        List<Adjustment> adjustments,
        Optional<ImportReport> cleaning,
        List<StageLatency> stages,
        Optional<RunTelemetry> telemetry,
        List<Timeline> timelines,
        List<DataProfile.Table> slices,
        List<String> notes,
        List<Sample> samples,
        Optional<SourceReport> source) {

    /** Name and version of the layout of summary.json. */
    public static final String SCHEMA = "amalgam.run/1";

    public RunReport {
        requireNonNull(kind, "kind");
        requireNonNull(command, "command");
        requireNonNull(amalgamVersion, "amalgamVersion");
        requireNonNull(dataDigest, "dataDigest");
        requireNonNull(machine, "machine");
        requireNonNull(cleaning, "cleaning");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        results = List.copyOf(results);
        intervals = List.copyOf(intervals);
        comparisons = List.copyOf(comparisons);
        adjustments = List.copyOf(adjustments);
        stages = List.copyOf(stages);
        requireNonNull(telemetry, "telemetry");
        timelines = List.copyOf(timelines);
        slices = List.copyOf(slices);
        notes = List.copyOf(notes);
        samples = List.copyOf(samples);
        requireNonNull(source, "source");
    }

    /** The same with what became of the growing log that the run followed. */
    public RunReport with(SourceReport followed) {
        return new RunReport(
                kind,
                command,
                amalgamVersion,
                seed,
                dataDigest,
                settings,
                machine,
                results,
                intervals,
                comparisons,
                adjustments,
                cleaning,
                stages,
                telemetry,
                timelines,
                slices,
                notes,
                samples,
                Optional.of(followed));
    }

    /** A 95 % interval of one ranker's metric, such as {@code hr20}. */
    public record Interval(String ranker, String metric, double low, double high) {
        public Interval {
            requireFinite(ranker, low, high);
        }
    }

    /** Percentiles and maximum of a stage's time, in milliseconds. */
    public record StageLatency(
            String stage, double p50Ms, double p95Ms, double p99Ms, double maxMs) {
        public StageLatency {
            requireFinite(stage, p50Ms, p95Ms, p99Ms, maxMs);
        }
    }

    /** Values over the replay, by the names below. */
    public record Timeline(String name, List<Point> points) {
        /** Weight of each member. */
        public static final String FUSION_WEIGHTS = "fusionWeights";

        /** Milliseconds by percentile: {@code p50}, {@code p95}, {@code p99}. */
        public static final String LATENCY = "latencyMs";

        /** How late events began, in milliseconds by percentile; only of a replay with a clock. */
        public static final String LAG = "lagMs";

        /** HR@20 of each ranker over the latest cases. */
        public static final String SLIDING_HR20 = "slidingHr20";

        /** MRR@20 of each ranker over the latest cases. */
        public static final String SLIDING_MRR20 = "slidingMrr20";

        public Timeline {
            requireNonNull(name, "name");
            points = List.copyOf(points);
        }

        /** Names in order of first appearance. */
        public List<String> names() {
            List<String> names = new ArrayList<>();
            for (Point point : points) {
                for (String value : point.values().keySet()) {
                    if (!names.contains(value)) {
                        names.add(value);
                    }
                }
            }
            return names;
        }
    }

    /**
     * Values after this many events.
     *
     * @param bands 95 % intervals, where there are any
     */
    public record Point(long event, Map<String, Double> values, Map<String, Band> bands) {
        public Point {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            bands = Collections.unmodifiableMap(new LinkedHashMap<>(bands));
            for (var value : values.entrySet()) {
                requireFinite(value.getKey(), value.getValue());
            }
        }
    }

    /** The ends of an interval. */
    public record Band(double low, double high) {
        public Band {
            requireFinite("band", low, high);
        }
    }

    /**
     * What one shopper was shown.
     *
     * @param history what the shopper had looked at, oldest first
     * @param top best first
     */
    public record Sample(String shopper, List<Title> history, List<Suggestion> top) {
        public Sample {
            requireNonNull(shopper, "shopper");
            history = List.copyOf(history);
            top = List.copyOf(top);
        }
    }

    /** An item's id and its titles, empty where unknown. */
    public record Title(String item, String en, String zh) {
        /** Of an item of the catalogue. */
        public static Title of(Catalogue catalogue, int item) {
            var found = catalogue.item(item);
            return new Title(found.id(), found.title().orElse(""), found.titleZh().orElse(""));
        }
    }

    /** One place of a list, with what each member added to its score. */
    public record Suggestion(Title title, double score, Map<String, Double> shares) {
        public Suggestion {
            requireFinite(title.item(), score);
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
            for (var share : shares.entrySet()) {
                requireFinite(share.getKey(), share.getValue());
            }
        }
    }

    private static void requireFinite(String of, double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(of + ": " + value + " is not finite");
            }
        }
    }
}
