package org.amalgam.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amalgam.pipeline.BenchReport;
import org.amalgam.pipeline.BenchRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures speed. */
@Command(
        name = "bench",
        description =
                "Measure the machine's own limits, kernels and the whole replay loop, and write them"
                        + " beside each other.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    @ParentCommand private AmalgamCommand root;
    @Spec private CommandSpec spec;

    @Option(names = "--report", required = true, paramLabel = "DIR", description = "report folder")
    private Path directory;

    @Option(
            names = "--items",
            split = ",",
            defaultValue = "30000",
            paramLabel = "N",
            description = "sizes of catalogues, 30000 when not given")
    private List<Integer> items;

    @Option(
            names = "--events",
            defaultValue = "5000",
            paramLabel = "N",
            description = "events replayed and measured for each size, 5000 when not given")
    private int events;

    @Option(names = "--no-kernels", description = "the loop only")
    private boolean loopOnly;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        BenchRequest request =
                new BenchRequest(items, events, !loopOnly, directory, CommandText.of(spec));
        BenchReport report = root.factory().bench(request, new ConsoleMonitor());
        System.out.println(json ? Json.of(report) : asText(report));
        return 0;
    }

    private String asText(BenchReport report) {
        StringBuilder text = new StringBuilder("report in " + directory.resolve("report.md"));
        for (BenchReport.Loop loop : report.loops()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%n%,9d items, %-6s %,7.0f events/s, p50 %.2f ms, p99 %.2f ms",
                            loop.items(),
                            loop.mode(),
                            loop.eventsPerSecond(),
                            loop.p50Millis(),
                            loop.p99Millis()));
        }
        return text.toString();
    }
}
