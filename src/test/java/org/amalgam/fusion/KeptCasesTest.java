package org.amalgam.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.FusionSettings.Normalization;
import org.amalgam.domain.Action;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.TargetRank;
import org.amalgam.evaluation.TargetRanks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCasesTest {

    private static final int ITEMS = 300;
    private static final int[] COUNTS = new int[ITEMS];
    private static final List<String> MEMBERS = List.of("cnn", "lstm", "pop");

    @TempDir Path directory;

    @Test
    void everyMembersTopItemsTheTargetAndTheSessionsItemsAreKept() {
        KeptCasesBuilder builder = new KeptCasesBuilder(List.of("a", "b"), new int[6], all(6), 2);
        builder.add(
                window(3, 5),
                4,
                List.of(
                        new Scored("b", new float[] {0, 0, 9, 8, 0, 0}),
                        new Scored("a", new float[] {5, 4, 3, 2, 1, 0})));
        KeptCases cases = builder.build();

        assertThat(cases.members()).containsExactly("a", "b");
        assertThat(cases.kept(0))
                .isEqualTo(6); // 0 and 1 of a, 2 and 3 of b, 4, and 5 of the session
        assertThat(cases.target(0)).isEqualTo(4);
        assertThat(cases.alone(0, 0).meanRank()).isEqualTo(5);
    }

    @Test
    void contextTellsLengthColdnessRepetitionAndAction() {
        int[] counts = {7, 0, 3};
        FeatureWindow window =
                new FeatureWindow(
                        1, Instant.EPOCH, ItemSequence.ofViews(2, 1, 2), ItemSequence.empty());

        assertThat(CaseContext.of(window, counts))
                .isEqualTo(new CaseContext(3, 3, true, Action.VIEW));
    }

    @Test
    void aTargetThatIsNoCandidateIsNotKept() {
        BitSet candidates = all(3);
        candidates.clear(2);
        KeptCasesBuilder builder = new KeptCasesBuilder(List.of("a"), new int[3], candidates, 2);

        assertThat(builder.add(window(0), 2, List.of(new Scored("a", new float[3])))).isFalse();
        assertThat(builder.build().size()).isZero();
    }

    @Test
    void aCaseWithoutAnswerAndOneWithATargetNobodyKnowsAreKeptAsSuch() {
        BitSet candidates = all(3);
        candidates.clear(2);
        KeptCasesBuilder builder = new KeptCasesBuilder(List.of("a"), new int[3], candidates, 2);
        builder.add(window(0), 1, List.of(new Abstained("a", "no")));
        builder.add(
                new CaseLabel("u:1", 7, 2, false),
                window(0),
                List.of(new Scored("a", new float[] {1, 3, 2})));
        KeptCases cases = builder.build();
        KeptMember alone = new KeptMember(cases, "a");

        assertThat(alone.next(0, 20)).isEmpty();
        assertThat(alone.next(1, 20).orElseThrow().rank()).isEmpty();
        assertThat(alone.next(1, 20).orElseThrow().top()).containsExactly(1);
        assertThat(cases.label(1)).isEqualTo(new CaseLabel("u:1", 7, 2, false));
        assertThat(cases.target(1)).isEqualTo(2);
    }

    @Test
    void scoresOfAnotherCatalogueAreRefused() {
        KeptCasesBuilder builder = new KeptCasesBuilder(List.of("a"), new int[3], all(3), 2);

        assertThatThrownBy(() -> builder.add(window(0), 1, List.of(new Scored("a", new float[2]))))
                .hasMessageContaining("a: 2 scores for 3 items");
    }

    @Property(seed = "20251125", tries = 300)
    void aProvenRankIsTheRankAmongAllCandidates(
            @ForAll long seed, @ForAll Normalization normalization) {
        FusionSettings settings = settings(normalization, seed);
        Random random = new Random(seed);
        List<MemberOutput> outputs = outputs(random);
        BitSet candidates = all(ITEMS);
        for (int i = 0; i < 60; i++) {
            candidates.clear(random.nextInt(ITEMS));
        }
        FusionWeights weights = weights(random);
        float[] fused = new float[ITEMS];
        new WeightedFuser(settings).fuse(window(0), outputs, weights, fused);
        KeptCasesBuilder builder = new KeptCasesBuilder(MEMBERS, COUNTS, candidates, 60);
        List<TargetRank> expected = new ArrayList<>();
        for (int target = 0; target < ITEMS; target++) {
            if (builder.add(window(0), target, outputs)) {
                expected.add(TargetRanks.rank(fused, candidates, target));
            }
        }
        KeptMix mix = new KeptMix(builder.build(), settings);
        double[] mixed = mix.weights(weights);
        for (int index = 0; index < expected.size(); index++) {
            TargetRank found = mix.rank(index, mixed);
            if (mix.isExact(index, mixed)) {
                assertThat(found).isEqualTo(expected.get(index));
            } else {
                assertThat(found.meanRank()).isLessThanOrEqualTo(expected.get(index).meanRank());
            }
        }
    }

    @Property(seed = "20251125", tries = 100)
    void withinTheFirstTwentyRanksAreTheSame(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int which) {
        Normalization normalization =
                List.of(Normalization.MINMAX, Normalization.ZSCORE, Normalization.RECIPROCAL_RANK)
                        .get(which);
        FusionSettings settings = settings(normalization, seed);
        Random random = new Random(seed);
        List<MemberOutput> outputs = outputs(random);
        FusionWeights weights = weights(random);
        float[] fused = new float[ITEMS];
        new WeightedFuser(settings).fuse(window(0), outputs, weights, fused);
        KeptCasesBuilder builder = new KeptCasesBuilder(MEMBERS, COUNTS, all(ITEMS), 100);
        for (int target = 0; target < ITEMS; target++) {
            builder.add(window(0), target, outputs);
        }
        KeptMix mix = new KeptMix(builder.build(), settings);
        for (int target = 0; target < ITEMS; target++) {
            TargetRank whole = TargetRanks.rank(fused, all(ITEMS), target);
            if (whole.meanRank() <= 20) {
                assertThat(mix.rank(target, mix.weights(weights))).isEqualTo(whole);
            }
        }
    }

    @Property(seed = "20251125", tries = 50)
    void aFileGivesTheSameCasesBack(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        KeptCasesBuilder builder = new KeptCasesBuilder(MEMBERS, COUNTS, all(ITEMS), 10);
        for (int i = 0; i < 5; i++) {
            builder.add(window(i, i + 1), random.nextInt(ITEMS), outputs(random));
        }
        KeptCases cases = builder.build();
        Path file = Files.createTempFile("kept", ".bin");
        try {
            KeptCasesFile.write(cases, file);
            KeptCases read = KeptCasesFile.read(file);

            assertThat(read.members()).isEqualTo(cases.members());
            FusionSettings settings = settings(Normalization.SOFTMAX, seed);
            KeptMix one = new KeptMix(cases, settings);
            KeptMix other = new KeptMix(read, settings);
            double[] weights = {.5, .3, .2};
            for (int index = 0; index < cases.size(); index++) {
                assertThat(read.context(index)).isEqualTo(cases.context(index));
                assertThat(read.label(index)).isEqualTo(cases.label(index));
                assertThat(read.target(index)).isEqualTo(cases.target(index));
                assertThat(other.rank(index, weights)).isEqualTo(one.rank(index, weights));
                assertThat(other.bound(index, weights)).isEqualTo(one.bound(index, weights));
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aFileThatWasCutOffIsRefused() throws IOException {
        KeptCasesBuilder builder = new KeptCasesBuilder(MEMBERS, COUNTS, all(ITEMS), 10);
        builder.add(window(0, 1), 5, outputs(new Random(1)));
        Path file = directory.resolve("cut");
        KeptCasesFile.write(builder.build(), file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> KeptCasesFile.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileOfSomethingElseIsRefused() throws IOException {
        Path file = directory.resolve("other");
        Files.writeString(file, "not kept cases");

        assertThatThrownBy(() -> KeptCasesFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("kept cases");
    }

    private static FusionSettings settings(Normalization normalization, long seed) {
        double[] temperatures = {4, 2, 1, .5};
        return FusionSettings.defaults()
                .with(normalization)
                .withTemperature(temperatures[(int) Math.floorMod(seed, 4L)]);
    }

    /** Members that agree somewhat, one of them with many equal scores, now and then abstaining. */
    private static List<MemberOutput> outputs(Random random) {
        float[] shared = new float[ITEMS];
        for (int i = 0; i < ITEMS; i++) {
            shared[i] = (float) random.nextGaussian();
        }
        List<MemberOutput> outputs = new ArrayList<>();
        for (String member : MEMBERS) {
            float[] scores = new float[ITEMS];
            for (int i = 0; i < ITEMS; i++) {
                scores[i] = shared[i] + (float) random.nextGaussian();
                if (member.equals("pop")) {
                    scores[i] = Math.max(0, Math.round(scores[i]));
                }
            }
            outputs.add(
                    member.equals("lstm") && random.nextInt(8) == 0
                            ? new Abstained(member, "untrained")
                            : new Scored(member, scores));
        }
        return outputs;
    }

    private static FusionWeights weights(Random random) {
        return FusionWeights.of(
                Map.of(
                        "cnn", random.nextDouble() + .1,
                        "lstm", random.nextDouble() + .1,
                        "pop", random.nextDouble()));
    }

    private static FeatureWindow window(int user, int... items) {
        return new FeatureWindow(
                user, Instant.EPOCH, ItemSequence.ofViews(items), ItemSequence.empty());
    }

    private static BitSet all(int items) {
        BitSet all = new BitSet();
        all.set(0, items);
        return all;
    }
}
