package org.amalgam.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.ResourceUse;

/** report.html: one file that needs nothing else, for the screen (light or dark) and for paper. */
final class ReportPage {

    private static final int MOST_COLUMNS_BESIDE_OTHERS = 4;
    private static final Map<String, String> CAPTIONS =
            Map.of(
                    "hit-rate",
                    "How often the next item was among a ranker's 20. Whiskers: 95 % intervals.",
                    "sliding-hr20",
                    "The same over the latest cases only. Dotted: 95 % interval of fused.",
                    "sliding-mrr20",
                    "Mean of 1 / rank of the next item, 0 beyond place 20, over the latest cases.",
                    "fusion-weights",
                    "How much each member counted. Weights sum to one.",
                    "latency",
                    "Time from an event to its ranking. One in a hundred took longer than p99.",
                    "lag",
                    "How late work on events began by the replay's clock.");

    private final RunReport report;
    private final Map<String, byte[]> pictures;
    private final Html html = new Html();

    /**
     * @param pictures PNG by name, in the order in which they are shown
     */
    ReportPage(RunReport report, Map<String, byte[]> pictures) {
        this.report = report;
        this.pictures = pictures;
    }

    String html() {
        String headline = Headline.of(report);
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        html.element("title", "Amalgam: " + report.kind());
        html.raw("<style>\n").raw(css()).raw("</style>\n</head>\n<body>\n<header>");
        html.element("p", "Amalgam " + report.amalgamVersion() + " · " + report.kind());
        html.element("h1", headline).raw("</header>\n");
        tiles();
        results();
        figures();
        adjustments();
        slices();
        samples();
        cleaning();
        report.source().ifPresent(source -> SourceSection.write(source, html));
        reading();
        recomputing();
        html.raw("<footer>");
        html.element("p", "Written by Amalgam. Every figure here is also in summary.json.");
        return html.raw("</footer>\n</body>\n</html>\n").toString();
    }

    private void tiles() {
        Optional<RankerResult> best =
                report.results().stream().max(Comparator.comparingDouble(RankerResult::hr20));
        if (best.isEmpty()) {
            return;
        }
        html.raw("<div class=\"tiles\">\n");
        RankerResult result = best.get();
        tile(fixed(result.hr20(), 3), "HR@20 of " + result.ranker());
        tile(fixed(result.mrr20(), 3), "MRR@20 of " + result.ranker());
        tile(String.format(Locale.ROOT, "%,d", result.cases()), "cases");
        if (!report.stages().isEmpty()) {
            RunReport.StageLatency all = report.stages().get(report.stages().size() - 1);
            tile(fixed(all.p50Ms(), 2) + " ms", all.stage() + ", median");
            tile(fixed(all.p99Ms(), 2) + " ms", all.stage() + ", p99");
        }
        html.raw("</div>\n");
    }

    private void tile(String value, String what) {
        html.raw("<div class=\"tile\"><b>" + Html.escape(value) + "</b>");
        html.raw("<span>" + Html.escape(what) + "</span></div>\n");
    }

    private void results() {
        html.element("h2", "Rankers");
        List<List<String>> rows = new ArrayList<>();
        for (RankerKind kind : List.of(RankerKind.FUSED, RankerKind.MEMBER, RankerKind.BASELINE)) {
            report.results().stream()
                    .filter(result -> result.kind() == kind)
                    .sorted(Comparator.comparingDouble(RankerResult::hr20).reversed())
                    .forEach(result -> rows.add(row(result)));
        }
        html.table(
                List.of(
                        "ranker",
                        "kind",
                        "HR@20",
                        "MRR@20",
                        "NDCG@20",
                        "HR@10",
                        "NDCG@10",
                        "coverage@20",
                        "tie rate",
                        "training, s",
                        "p50, ms",
                        "p99, ms"),
                rows,
                2);
        if (report.comparisons().isEmpty()) {
            return;
        }
        html.element("h3", "Differences on the same cases");
        List<List<String>> differences = new ArrayList<>();
        for (Comparison one : report.comparisons()) {
            differences.add(
                    List.of(
                            one.a() + " − " + one.b(),
                            one.metric(),
                            one.isClear() ? "clear" : "not clear",
                            signed(one.difference()),
                            signed(one.low()),
                            signed(one.high())));
        }
        html.table(
                List.of("rankers", "metric", "", "difference", "95 % from", "to"), differences, 3);
    }

    private static List<String> row(RankerResult result) {
        return List.of(
                result.ranker(),
                result.kind().label(),
                fixed(result.hr20(), 4),
                fixed(result.mrr20(), 4),
                fixed(result.ndcg20(), 4),
                fixed(result.hr10(), 4),
                fixed(result.ndcg10(), 4),
                fixed(result.coverage20(), 3),
                fixed(result.tieRate(), 4),
                fixed(result.trainSeconds(), 1),
                fixed(result.p50Ms(), 3),
                fixed(result.p99Ms(), 3));
    }

    private void figures() {
        if (pictures.isEmpty()) {
            return;
        }
        html.element("h2", "Charts");
        pictures.forEach(
                (name, png) -> {
                    String caption = CAPTIONS.getOrDefault(name, name);
                    html.raw("<figure><img alt=\"" + Html.escape(caption) + "\" ");
                    html.raw("src=\"data:image/png;base64,");
                    html.raw(Base64.getEncoder().encodeToString(png)).raw("\"/>");
                    html.element("figcaption", caption).raw("</figure>\n");
                });
    }

    private void adjustments() {
        if (!report.adjustments().isEmpty()) {
            html.element("h2", "Adjustments");
            html.element("p", Adjustments.EXPLANATION);
            html.table(Adjustments.COLUMNS, Adjustments.rows(report.adjustments()), 4);
        }
    }

    private void slices() {
        if (!report.slices().isEmpty()) {
            html.element("h2", "All figures, and by part of the cases");
            html.raw("<div class=\"slices\">\n");
            report.slices().forEach(this::slice);
            html.raw("</div>\n");
        }
        if (report.stages().isEmpty()) {
            return;
        }
        html.element("h2", "Where the time goes");
        html.table(
                List.of("stage", "p50, ms", "p95, ms", "p99, ms", "max, ms"),
                report.stages().stream()
                        .map(
                                stage ->
                                        List.of(
                                                stage.stage(),
                                                fixed(stage.p50Ms(), 3),
                                                fixed(stage.p95Ms(), 3),
                                                fixed(stage.p99Ms(), 3),
                                                fixed(stage.maxMs(), 3)))
                        .toList(),
                1);
        report.telemetry().ifPresent(this::resources);
    }

    private void resources(RunTelemetry telemetry) {
        ResourceUse use = telemetry.use();
        html.element("h3", "What it took of the machine");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("events a second", fixed(telemetry.eventsPerSecond(), 1)));
        rows.add(List.of("share of all processors", fixed(100 * use.meanCpuLoad(), 0) + " %"));
        rows.add(List.of("heap, at most", fixed(use.heapPeakMb(), 0) + " MB"));
        use.heapAfterGcMb()
                .ifPresent(
                        after ->
                                rows.add(
                                        List.of(
                                                "heap, after the last collection",
                                                fixed(after, 0) + " MB")));
        rows.add(List.of("collections of garbage", whole(use.gcCount())));
        rows.add(List.of("time they took", whole(use.gcMillis()) + " ms"));
        rows.add(List.of("longest pause for one", whole(use.longestPauseMillis()) + " ms"));
        rows.add(List.of("batches not learned from", whole(telemetry.batchesDropped())));
        html.table(List.of("figure", "value"), rows, 1);
    }

    private void slice(DataProfile.Table slice) {
        boolean wide = slice.columns().size() > MOST_COLUMNS_BESIDE_OTHERS;
        html.raw(wide ? "<section class=\"wide\">" : "<section>");
        html.element("h3", slice.name());
        html.table(slice.columns(), slice.rows(), 1);
        html.raw("</section>\n");
    }

    private void samples() {
        if (report.samples().isEmpty()) {
            return;
        }
        html.element("h2", "What shoppers were shown");
        html.raw("<p class=\"soft\">Bars show what each member added to an item's score:");
        report.samples().stream()
                .flatMap(sample -> sample.top().stream())
                .flatMap(suggestion -> suggestion.shares().keySet().stream())
                .distinct()
                .forEach(
                        member ->
                                html.raw(
                                                "<i class=\"key\" style=\"background:"
                                                        + Palette.css(member))
                                        .raw("\"></i>" + Html.escape(member)));
        html.raw("</p>\n");
        report.samples().forEach(this::sample);
    }

    private void sample(RunReport.Sample sample) {
        html.raw("<div class=\"sample\">\n<b>" + Html.escape(sample.shopper()) + "</b>");
        html.raw(" <span class=\"soft\">after</span> ");
        List<String> history = sample.history().stream().map(ReportPage::name).toList();
        html.raw(Html.escape(String.join(" → ", history))).raw("\n<ol>\n");
        for (RunReport.Suggestion suggestion : sample.top()) {
            html.raw("<li>" + Html.escape(name(suggestion.title())));
            html.raw(" <span class=\"zh\" lang=\"zh\">" + Html.escape(suggestion.title().zh()));
            html.raw("</span>");
            shares(suggestion);
            html.raw("</li>\n");
        }
        html.raw("</ol>\n</div>\n");
    }

    private void shares(RunReport.Suggestion suggestion) {
        // Shares may be negative after some normalisations; only what speaks for an item is drawn.
        double sum = suggestion.shares().values().stream().mapToDouble(s -> Math.max(0, s)).sum();
        if (sum <= 0) {
            return;
        }
        html.raw("<div class=\"shares\">");
        suggestion
                .shares()
                .forEach(
                        (member, share) -> {
                            String width = fixed(100 * Math.max(0, share) / sum, 2);
                            html.raw("<i title=\"" + Html.escape(member + " " + fixed(share, 3)));
                            html.raw("\" style=\"width:" + width + "%;background:");
                            html.raw(Palette.css(member) + "\"></i>");
                        });
        html.raw("</div>");
    }

    private static String name(RunReport.Title title) {
        return title.en().isEmpty() ? title.item() : title.en();
    }

    private void cleaning() {
        if (report.cleaning().isEmpty()) {
            return;
        }
        ImportReport cleaning = report.cleaning().get();
        html.element("h2", "Cleaning");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("read", whole(cleaning.read())));
        rows.add(List.of("kept", whole(cleaning.kept())));
        rows.add(List.of("of these, repaired", whole(cleaning.repaired())));
        rows.add(List.of("of these, left by bots", whole(cleaning.bots())));
        rows.add(List.of("duplicates", whole(cleaning.duplicates())));
        cleaning.rejected()
                .forEach(
                        (reason, count) -> {
                            String words = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                            rows.add(List.of("rejected: " + words, whole(count)));
                        });
        html.table(List.of("lines", "count"), rows, 1);
    }

    private void reading() {
        html.element("h2", "How to read this");
        html.element(
                "p",
                "A case is a moment at which a shopper's next item was known to the log but not to"
                        + " the rankers. HR@20 is the share of cases in which that item was among"
                        + " a ranker's first 20 of the whole catalogue; MRR@20 and NDCG@20 also"
                        + " reward a high place. Tied items share their mean rank. A difference is"
                        + " clear when its 95 % interval leaves out 0; only then one ranker is"
                        + " better than another on these data.");
        if (!report.notes().isEmpty()) {
            html.raw("<ul>\n");
            report.notes().forEach(note -> html.element("li", note));
            html.raw("</ul>\n");
        }
    }

    private void recomputing() {
        html.element("h2", "How to recompute it");
        html.element("pre", report.command());
        html.element(
                "p",
                "With --lists FILE it also writes every case with every ranker's list, from which"
                        + " all figures can be recomputed without Amalgam. Same data digest, seed,"
                        + " settings and number of OMP threads give the same figures; times differ.");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("data digest", report.dataDigest()));
        rows.add(List.of("seed", Long.toString(report.seed())));
        report.settings().forEach((name, value) -> rows.add(List.of(name, String.valueOf(value))));
        Machine machine = report.machine();
        rows.add(List.of("processor", machine.cpu() + ", " + machine.cores() + " cores"));
        rows.add(List.of("heap", whole(machine.maxHeapMegabytes()) + " MB"));
        rows.add(List.of("system", machine.os() + ", " + machine.java()));
        rows.add(List.of("OMP threads", machine.ompThreads()));
        rows.add(List.of("OpenBLAS core", machine.blasCore()));
        html.table(List.of("setting", "value"), rows, 2);
    }

    private static String css() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading report.css", e);
        }
    }

    private static String fixed(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value).replace('-', '−');
    }

    private static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
