package org.amalgam.pipeline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.pipeline.BenchReport;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the classes of benchmarks by JMH, each benchmark in a JVM of its own. */
final class KernelBench {

    private static final String READING = "readTable";

    private KernelBench() {}

    /**
     * Measures all benchmarks for all sizes of catalogue.
     *
     * @param log where JMH tells what it does
     */
    static List<BenchReport.Kernel> run(List<Integer> items, Path log) {
        Options options =
                new OptionsBuilder()
                        .include(ShopperBenchmark.class.getName())
                        .include(RankingBenchmark.class.getName())
                        .include(StepBenchmark.class.getName())
                        .param("items", items.stream().map(String::valueOf).toArray(String[]::new))
                        .output(log.toString())
                        .shouldFailOnError(true)
                        .build();
        try {
            return results(new Runner(options).run());
        } catch (RunnerException e) {
            throw new IllegalStateException("measuring kernels; see " + log, e);
        }
    }

    private static List<BenchReport.Kernel> results(Collection<RunResult> runs) {
        Map<Integer, Double> reading = new LinkedHashMap<>();
        for (RunResult run : runs) {
            if (name(run).equals(READING)) {
                reading.put(items(run), percentile(run, 50));
            }
        }
        List<BenchReport.Kernel> kernels = new ArrayList<>();
        for (RunResult run : runs) {
            double p50 = percentile(run, 50);
            kernels.add(
                    new BenchReport.Kernel(
                            name(run),
                            items(run),
                            p50,
                            percentile(run, 99),
                            p50 / reading.get(items(run))));
        }
        return kernels;
    }

    private static String name(RunResult run) {
        String fusion = run.getParams().getParam("fusion");
        String label = run.getPrimaryResult().getLabel();
        return fusion == null ? label : label + " " + fusion;
    }

    private static int items(RunResult run) {
        return Integer.parseInt(run.getParams().getParam("items"));
    }

    private static double percentile(RunResult run, double percent) {
        Result<?> result = run.getPrimaryResult();
        return result.getStatistics().getPercentile(percent);
    }
}
