package org.amalgam.pipeline.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the lists and the target ranks of six members' answers cost. Public, with public fields,
 * because JMH makes classes that use it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class RankingBenchmark {

    /** Items of the catalogue. */
    @Param("30000")
    public int items;

    private MeasuredRanking measured;
    private MadeUpAnswers answers;

    /** Makes answers up. */
    @Setup
    public void setUp() {
        measured = new MeasuredRanking(items);
        answers = new MadeUpAnswers(items);
    }

    /** The best twenty of each. */
    @Benchmark
    public List<int[]> ranking() {
        return measured.tops(answers.next());
    }

    /** Where each had put the item that came. */
    @Benchmark
    public int scoring() {
        return measured.tied(answers.next());
    }
}
