package org.amalgam.pipeline.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.FusionSettings.Normalization;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.evaluation.FusedRanker;
import org.amalgam.fusion.FusionMethods;
import org.amalgam.fusion.StackingFuser;
import org.amalgam.fusion.StackingModel;
import org.amalgam.fusion.StepScales;
import org.amalgam.pipeline.engine.FusionGroup;
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
 * What a step costs after its members have answered: fusion by two groups, the top lists of all
 * rankers, and where each had put the item that came. Public, with public fields, because JMH makes
 * classes that use it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class StepBenchmark {

    private static final int DEPTH = 100;

    /** Items of the catalogue. */
    @Param("30000")
    public int items;

    /** A normalisation of weighted fusion, or {@code stacking}. */
    @Param({"MINMAX", "ZSCORE", "SOFTMAX", "stacking"})
    public String fusion;

    private final FeatureWindow window =
            new FeatureWindow(
                    0, Instant.EPOCH, ItemSequence.ofViews(7, 11, 7), ItemSequence.empty());
    private final List<FusionGroup> groups = new ArrayList<>();
    private final StepScales scales = new StepScales();
    private MadeUpAnswers answers;
    private MeasuredRanking measured;

    /** Makes answers up. */
    @Setup
    public void setUp() {
        measured = new MeasuredRanking(items);
        answers = new MadeUpAnswers(items);
        groups.add(group("fused", MadeUpAnswers.members()));
        groups.add(group("fused-nets", MeasuredMembers.NETWORKS));
    }

    private FusionGroup group(String name, List<String> members) {
        FusionWeights even = FusionWeights.uniform(members);
        var method = FusionMethods.create("hedge", even, settings(), scales);
        var fuser =
                fusion.equals(StackingFuser.NAME)
                        ? new StackingFuser(model(members), new int[items], scales)
                        : method.fuser();
        return new FusionGroup(new FusedRanker(name, members, fuser, method.learner()), items);
    }

    private FusionSettings settings() {
        return fusion.equals(StackingFuser.NAME)
                ? FusionSettings.defaults()
                : FusionSettings.defaults().with(Normalization.valueOf(fusion));
    }

    private static StackingModel model(List<String> members) {
        Map<String, List<List<Double>>> coefficients = new LinkedHashMap<>();
        members.forEach(member -> coefficients.put(member, rows(4)));
        coefficients.put(StackingModel.CONTEXT, rows(5));
        return new StackingModel(DEPTH, new StackingModel.Warmth(1, 1), coefficients);
    }

    private static List<List<Double>> rows(int terms) {
        return Collections.nCopies(terms, Collections.nCopies(9, .5));
    }

    /** Everybody's scores, two fused rankers after the members. */
    @Benchmark
    public List<MemberOutput> fusion() {
        List<MemberOutput> outputs = answers.next();
        List<MemberOutput> all = new ArrayList<>(outputs);
        groups.forEach(group -> all.add(group.fuse(window, outputs)));
        return all;
    }

    /** Fusion, all top lists, the shares of the shown one, and all target ranks. */
    @Benchmark
    public int whole() {
        List<MemberOutput> all = fusion();
        int[] shown = measured.tops(all).get(MadeUpAnswers.members().size());
        return groups.get(0).shares(shown).size() + measured.tied(all);
    }
}
