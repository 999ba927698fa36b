package org.amalgam.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.pipeline.ReportTarget;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a run's report goes, and its short form on stdout. */
final class ReportOptions {

    @Option(names = "--report", required = true, paramLabel = "DIR", description = "report folder")
    private Path directory;

    @Option(
            names = "--lists",
            paramLabel = "FILE",
            description = "also write the top 20 of every case and ranker, tab-separated")
    private Path lists;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    ReportTarget target(CommandSpec spec) {
        return new ReportTarget(directory, Optional.ofNullable(lists), CommandText.of(spec));
    }

    void print(ReplaySummary summary, ReportTarget target) {
        System.out.println(json ? Json.of(summary) : asText(summary, target));
    }

    static String asText(ReplaySummary summary, ReportTarget target) {
        StringBuilder text =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "%,d events, %,d cases; report in %s%n%-12s %-9s %8s %8s %8s",
                                summary.events(),
                                summary.cases(),
                                target.directory().resolve("report.html"),
                                "ranker",
                                "kind",
                                "HR@20",
                                "MRR@20",
                                "NDCG@20"));
        summary.results()
                .forEach(
                        result ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "%n%-12s %-9s %8.4f %8.4f %8.4f",
                                                result.ranker(),
                                                result.kind().label(),
                                                result.hr20(),
                                                result.mrr20(),
                                                result.ndcg20())));
        return text.toString();
    }
}
