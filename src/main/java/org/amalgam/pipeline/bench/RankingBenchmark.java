package org.amalgam.pipeline.bench;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.evaluation.StreamRanks;
import org.amalgam.evaluation.TopK;
import org.amalgam.pipeline.engine.StepScorer;
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

    private final BitSet candidates = new BitSet();
    private final TopK topTwenty = new TopK(StepScorer.K);
    private StreamRanks ranks;
    private MadeUpAnswers answers;
    private int target;

    /** Makes answers up. */
    @Setup
    public void setUp() {
        candidates.set(0, items);
        ranks = new StreamRanks(candidates);
        answers = new MadeUpAnswers(items);
    }

    /** The best twenty of each. */
    @Benchmark
    public int ranking() {
        int found = 0;
        for (MemberOutput output : answers.next()) {
            found += topTwenty.select(((Scored) output).scores(), candidates).length;
        }
        return found;
    }

    /** Where each had put the item that came. */
    @Benchmark
    public int scoring() {
        target = (target + 7_919) % items;
        int tied = 0;
        for (MemberOutput output : answers.next()) {
            tied += ranks.rank(((Scored) output).scores(), target).tied();
        }
        return tied;
    }
}
