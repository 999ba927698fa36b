package org.amalgam.pipeline.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amalgam.pipeline.BenchReport;
import org.amalgam.report.Machine;

/** Benchmarks as tables to read. */
final class BenchText {

    /** Those that a step waits for, in flow order. */
    private static final List<String> STAGES =
            List.of("features", "members", "fusion", "ranking", "scoring", "learning");

    private BenchText() {}

    static String markdown(BenchReport report) {
        StringBuilder text = new StringBuilder();
        Machine machine = report.machine();
        BenchReport.Limits limits = report.limits();
        add(text, "# Benchmarks%n%n```%n%s%n```%n%n", report.command());
        add(
                text,
                "%s, %d cores, %s; kernels on %s. One core reads %.1f GB/s in order and multiplies"
                        + " matrices at %.0f GFLOP/s.%n%n",
                machine.cpu(),
                machine.cores(),
                machine.java(),
                limits.kernels(),
                limits.readGigabytes(),
                limits.gemmGigaflops());
        if (!report.kernels().isEmpty()) {
            add(text, "| benchmark | items | p50, µs | p99, µs | of reading the table |%n");
            add(text, "|---|---|---|---|---|%n");
            for (BenchReport.Kernel kernel : report.kernels()) {
                add(
                        text,
                        "| %s | %,d | %,.1f | %,.1f | %.2f |%n",
                        kernel.benchmark(),
                        kernel.items(),
                        kernel.p50Micros(),
                        kernel.p99Micros(),
                        kernel.ofRead());
            }
            add(text, "%n");
        }
        add(text, "| items | mode | events/s | p50, ms | p95 | p99 | heap, MB |");
        STAGES.forEach(stage -> add(text, " %s |", stage));
        add(text, "%n|---|---|---|---|---|---|---|---|---|---|---|---|---|%n");
        for (BenchReport.Loop loop : report.loops()) {
            add(text, "%s%n", row(loop));
        }
        return text.toString();
    }

    private static String row(BenchReport.Loop loop) {
        StringBuilder row = new StringBuilder();
        add(
                row,
                "| %,d | %s | %,.0f | %.2f | %.2f | %.2f | %,d |",
                loop.items(),
                loop.mode(),
                loop.eventsPerSecond(),
                loop.p50Millis(),
                loop.p95Millis(),
                loop.p99Millis(),
                loop.heapMegabytes());
        Map<String, Double> stages = loop.stageP50Millis();
        STAGES.forEach(stage -> add(row, " %.2f |", stages.getOrDefault(stage, 0.0)));
        return row.toString();
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
