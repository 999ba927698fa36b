package org.amalgam.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.ResourceUse;
import org.amalgam.report.RunReport.Band;
import org.amalgam.report.RunReport.Interval;
import org.amalgam.report.RunReport.Point;
import org.amalgam.report.RunReport.Sample;
import org.amalgam.report.RunReport.StageLatency;
import org.amalgam.report.RunReport.Suggestion;
import org.amalgam.report.RunReport.Timeline;
import org.amalgam.report.RunReport.Title;

/** An invented run of realistic size, for tests and for looking at the pages it makes. */
final class SampleReport {

    private static final Map<String, Double> HR20 = new LinkedHashMap<>();

    static {
        HR20.put("fused", 0.431);
        HR20.put("fused-nets", 0.402);
        HR20.put("vstan", 0.409);
        HR20.put("lstm", 0.394);
        HR20.put("cnn", 0.381);
        HR20.put("gan", 0.352);
        HR20.put("vsknn", 0.386);
        HR20.put("markov", 0.341);
        HR20.put("itemknn", 0.322);
        HR20.put("hmm", 0.248);
        HR20.put("recentpop", 0.141);
        HR20.put("pop", 0.118);
    }

    private SampleReport() {}

    /** Writes the pages to the directory given, to be looked at. */
    public static void main(String[] arguments) {
        ReportWriter.write(of("u00042"), Path.of(arguments[0]));
    }

    static RunReport of(String shopper) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("fusion", "hedge");
        settings.put("members", "lstm, cnn, gan, vstan");
        settings.put("trainShare", 0.8);
        settings.put("strict", false);
        return new RunReport(
                "replay",
                "./amalgam replay --db shop --fusion hedge --speed max --report out",
                "0.1.0",
                2026,
                "sha256:3f1c9a0d5b7e24c86f9120aa75d3c1be84607f21d9e3c4b5a6978877665544ab",
                settings,
                Machine.describe(),
                results(),
                intervals(),
                List.of(
                        new Comparison("vstan", "fused", "hr20", -0.022, -0.031, -0.013),
                        new Comparison("fused-nets", "lstm", "hr20", 0.008, -0.002, 0.018)),
                List.of(
                        new Adjustment(
                                4_210,
                                Instant.parse("2026-03-26T09:15:00Z"),
                                "fused",
                                new Adjustment.Cause("ADWIN", .412, .301, 180),
                                List.of(
                                        new Adjustment.Change(Adjustment.Kind.FUSION_RATE, 4),
                                        new Adjustment.Change(Adjustment.Kind.WINDOWS, 180))),
                        new Adjustment(
                                6_730,
                                Instant.parse("2026-03-30T18:02:00Z"),
                                "gan",
                                new Adjustment.Cause("Page–Hinkley", .220, .304, 410),
                                List.of())),
                Optional.of(cleaning()),
                List.of(
                        new StageLatency("read", 0.004, 0.011, 0.035, 0.14),
                        new StageLatency("window", 0.012, 0.020, 0.061, 0.244),
                        new StageLatency("score", 0.815, 1.402, 2.911, 11.644),
                        new StageLatency("fuse", 0.094, 0.151, 0.400, 1.6),
                        new StageLatency("whole step", 0.951, 1.640, 3.402, 13.608)),
                Optional.of(
                        new RunTelemetry(
                                3_201,
                                4.5,
                                new ResourceUse(
                                        312, 2_048, Optional.of(180.5), 640, 9, 71, 18, 18, .7, .6),
                                0)),
                timelines(),
                List.of(
                        new DataProfile.Table(
                                "cold items (< 5 earlier events)",
                                List.of("ranker", "cases", "HR@20", "MRR@20"),
                                List.of(
                                        List.of("fused", "214", "0.0981", "0.0312"),
                                        List.of("gan", "214", "0.1122", "0.0347"),
                                        List.of("lstm", "214", "0.0140", "0.0052")))),
                List.of("The data are simulated: they say nothing about real shops."),
                List.of(sample(shopper)),
                Optional.empty());
    }

    private static List<RankerResult> results() {
        List<RankerResult> results = new ArrayList<>();
        HR20.forEach(
                (name, hr) ->
                        results.add(
                                new RankerResult(
                                        name,
                                        kind(name),
                                        3_201,
                                        hr,
                                        hr * 0.41,
                                        hr * 0.55,
                                        hr * 0.77,
                                        hr * 0.48,
                                        0.62,
                                        0.0021,
                                        12.4 * hr,
                                        0.2,
                                        0.9)));
        return results;
    }

    private static RankerKind kind(String name) {
        if (name.startsWith("fused")) {
            return RankerKind.FUSED;
        }
        return List.of("lstm", "cnn", "gan", "vstan").contains(name)
                ? RankerKind.MEMBER
                : RankerKind.BASELINE;
    }

    private static List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>();
        HR20.forEach(
                (name, hr) -> intervals.add(new Interval(name, "hr20", hr - 0.017, hr + 0.017)));
        return intervals;
    }

    private static ImportReport cleaning() {
        Map<RejectedLine.Reason, Long> rejected = new EnumMap<>(RejectedLine.Reason.class);
        rejected.put(RejectedLine.Reason.BAD_TIMESTAMP, 5L);
        rejected.put(RejectedLine.Reason.MISSING_USER, 3L);
        return new ImportReport(22_000, 21_831, rejected, 161, 0, 655, List.of(), 0, 0.8);
    }

    private static List<Timeline> timelines() {
        Random random = new Random(4);
        List<Point> hr = new ArrayList<>();
        List<Point> mrr = new ArrayList<>();
        List<Point> weights = new ArrayList<>();
        List<Point> latency = new ArrayList<>();
        Map<String, Double> walk = new LinkedHashMap<>();
        for (int i = 1; i <= 80; i++) {
            long event = i * 50L;
            HR20.keySet()
                    .forEach(name -> walk.merge(name, 0.006 * random.nextGaussian(), Double::sum));
            Map<String, Double> now = new LinkedHashMap<>();
            HR20.forEach((name, value) -> now.put(name, value + walk.get(name)));
            Map<String, Double> halves = new LinkedHashMap<>();
            now.forEach((name, value) -> halves.put(name, value * 0.41));
            double fused = now.get("fused");
            hr.add(new Point(event, now, Map.of("fused", new Band(fused - 0.03, fused + 0.03))));
            mrr.add(new Point(event, halves, Map.of()));
            double lstm = 0.25 + 0.1 * i / 80;
            double gan = 0.25 - 0.2 * i / 80;
            Map<String, Double> shares = new LinkedHashMap<>();
            shares.put("lstm", lstm);
            shares.put("cnn", 0.2);
            shares.put("gan", gan);
            shares.put("vstan", 1 - lstm - gan - 0.2);
            weights.add(new Point(event, shares, Map.of()));
            Map<String, Double> times = new LinkedHashMap<>();
            times.put("p50", 0.9 + 0.1 * random.nextDouble());
            times.put("p95", 1.5 + 0.5 * random.nextDouble());
            times.put("p99", 3 + 4 * random.nextDouble());
            latency.add(new Point(event, times, Map.of()));
        }
        return List.of(
                new Timeline(Timeline.SLIDING_HR20, hr),
                new Timeline(Timeline.SLIDING_MRR20, mrr),
                new Timeline(Timeline.FUSION_WEIGHTS, weights),
                new Timeline(Timeline.LATENCY, latency));
    }

    private static Sample sample(String shopper) {
        Title kettle =
                new Title("i1", "Norvik Fjord Gooseneck Electric Kettle, Cream", "诺维克 细口电热水壶");
        Title tea =
                new Title("i2", "Cloud Peak Dawn Longjing Green Tea, 100 g", "云顶 黎明系列 龙井绿茶 100克");
        Title pot =
                new Title("i3", "Old Wharf Pebble Porcelain Teapot, 400 ml", "老码头 卵石系列 瓷茶壶 400毫升");
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("lstm", 0.31);
        shares.put("cnn", 0.22);
        shares.put("gan", 0.07);
        shares.put("vstan", 0.35);
        return new Sample(
                shopper,
                List.of(kettle),
                List.of(new Suggestion(tea, 0.95, shares), new Suggestion(pot, 0.95, shares)));
    }
}
