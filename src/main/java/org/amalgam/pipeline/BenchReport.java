package org.amalgam.pipeline;

import java.util.List;
import java.util.Map;
import org.amalgam.report.Machine;

/**
 * What was measured.
 *
 * @param schema name and version of this layout
 * @param limits what the machine itself can do
 * @param kernels one a benchmark and size
 * @param loops one a size and mode
 */
public record BenchReport(
        String schema,
        String amalgamVersion,
        String command,
        long seed,
        Machine machine,
        Limits limits,
        List<Kernel> kernels,
        List<Loop> loops) {

    /** Name and version of the layout. */
    public static final String SCHEMA = "amalgam.bench/1";

    public BenchReport {
        kernels = List.copyOf(kernels);
        loops = List.copyOf(loops);
    }

    /**
     * The machine's own limits, measured in the same run.
     *
     * @param readGigabytes a second, read in order by one core from an array too large for caches
     * @param gemmGigaflops billions of operations a second in a matrix product, on one core
     * @param kernels what our own kernels run on
     */
    public record Limits(double readGigabytes, double gemmGigaflops, String kernels) {}

    /**
     * One benchmark of one size of catalogue.
     *
     * @param ofRead p50 by the p50 of reading the item table once
     */
    public record Kernel(
            String benchmark, int items, double p50Micros, double p99Micros, double ofRead) {}

    /**
     * The whole loop on a catalogue of one size.
     *
     * @param mode {@code strict} or {@code max}
     * @param heapMegabytes in use after a collection
     * @param stageP50Millis by stage, over the latest steps
     */
    public record Loop(
            int items,
            String mode,
            int events,
            double eventsPerSecond,
            double p50Millis,
            double p95Millis,
            double p99Millis,
            long heapMegabytes,
            Map<String, Double> stageP50Millis) {}
}
