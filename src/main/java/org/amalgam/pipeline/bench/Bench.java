package org.amalgam.pipeline.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.AmalgamVersion;
import org.amalgam.pipeline.BenchReport;
import org.amalgam.pipeline.BenchRequest;
import org.amalgam.report.CostChart;
import org.amalgam.report.Machine;

/** Measures all there is to measure and writes it down. */
public final class Bench {

    private static final long SEED = 42;

    private final BenchRequest request;
    private final TaskMonitor monitor;

    public Bench(BenchRequest request, TaskMonitor monitor) {
        this.request = request;
        this.monitor = monitor;
    }

    /** Writes {@code summary.json}, {@code report.md} and {@code cost.png}. */
    public BenchReport run() {
        try {
            Files.createDirectories(request.directory());
            int done = 0;
            int total = 1 + request.items().size() * 2 + (request.kernels() ? 1 : 0);
            monitor.progress("the machine's own limits", done++, total);
            BenchReport.Limits limits = MachineLimits.measure();
            List<BenchReport.Kernel> kernels = List.of();
            if (request.kernels()) {
                monitor.progress("kernels", done++, total);
                kernels = KernelBench.run(request.items(), file("kernels.txt"));
            }
            List<BenchReport.Loop> loops = new ArrayList<>();
            write(limits, kernels, loops);
            LoopBench loop = new LoopBench(request.events(), SEED, monitor);
            for (int items : request.items()) {
                for (boolean strict : new boolean[] {false, true}) {
                    monitor.progress("the loop over " + items + " items", done++, total);
                    loops.add(loop.run(items, strict));
                    write(limits, kernels, loops);
                }
            }
            Files.write(file("cost.png"), CostChart.png(costs(loops)));
            return report(limits, kernels, loops);
        } catch (IOException e) {
            throw new UncheckedIOException("writing benchmarks to " + request.directory(), e);
        }
    }

    /**
     * What there is so far: a size that the heap has no room for must not take the others along.
     */
    private void write(
            BenchReport.Limits limits,
            List<BenchReport.Kernel> kernels,
            List<BenchReport.Loop> loops)
            throws IOException {
        BenchReport report = report(limits, kernels, loops);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file("summary.json").toFile(), report);
        Files.writeString(file("report.md"), BenchText.markdown(report));
    }

    private BenchReport report(
            BenchReport.Limits limits,
            List<BenchReport.Kernel> kernels,
            List<BenchReport.Loop> loops) {
        return new BenchReport(
                BenchReport.SCHEMA,
                AmalgamVersion.current(),
                request.command(),
                SEED,
                Machine.describe(),
                limits,
                kernels,
                List.copyOf(loops));
    }

    private static List<CostChart.Point> costs(List<BenchReport.Loop> loops) {
        return loops.stream()
                .flatMap(
                        loop ->
                                Stream.of(
                                        new CostChart.Point(
                                                loop.mode() + " p50",
                                                loop.items(),
                                                loop.p50Millis()),
                                        new CostChart.Point(
                                                loop.mode() + " p99",
                                                loop.items(),
                                                loop.p99Millis())))
                .toList();
    }

    private Path file(String name) {
        return request.directory().resolve(name);
    }
}
