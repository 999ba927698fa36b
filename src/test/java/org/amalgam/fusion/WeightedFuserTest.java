package org.amalgam.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.FusionSettings.Normalization;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.junit.jupiter.api.Test;

class WeightedFuserTest {

    private static final FeatureWindow WINDOW =
            new FeatureWindow(0, Instant.EPOCH, ItemSequence.ofViews(1), ItemSequence.empty());
    private static final FusionWeights WEIGHTS = FusionWeights.of(Map.of("a", .75, "b", .25));

    @Test
    void minmaxByHand() {
        assertThat(fuse(Normalization.MINMAX, new float[] {2, 6, 4}))
                .containsExactly(new float[] {0, 1, .5f}, within(1e-6f));
    }

    @Test
    void zscoreByHand() {
        // mean 4, deviation √(8/3) = 1.632993
        assertThat(fuse(Normalization.ZSCORE, new float[] {2, 6, 4}))
                .containsExactly(new float[] {-1.2247449f, 1.2247449f, 0}, within(1e-6f));
    }

    @Test
    void softmaxByHand() {
        // e^−1.2247, e^1.2247, e^0 over their sum 4.69709
        assertThat(fuse(Normalization.SOFTMAX, new float[] {2, 6, 4}))
                .containsExactly(new float[] {.062557f, .724546f, .212898f}, within(1e-5f));
    }

    @Test
    void rankByHandWithTies() {
        // ranks 4, 1.5, 1.5, 3 of 4
        assertThat(fuse(Normalization.RANK, new float[] {2, 6, 6, 4}))
                .containsExactly(new float[] {0, 2.5f / 3, 2.5f / 3, 1f / 3}, within(1e-6f));
    }

    @Test
    void reciprocalRankByHandWithTies() {
        assertThat(fuse(Normalization.RECIPROCAL_RANK, new float[] {2, 6, 6}))
                .containsExactly(new float[] {1 / 63f, 1 / 61.5f, 1 / 61.5f}, within(1e-6f));
    }

    @Test
    void negativeZeroRanksAsZero() {
        assertThat(fuse(Normalization.RANK, new float[] {-0f, 0f, 1}))
                .containsExactly(new float[] {.25f, .25f, 1}, within(1e-6f));
    }

    @Test
    void weightsAreAppliedAfterNormalisation() {
        float[] fused = new float[3];
        fuser(Normalization.MINMAX)
                .fuse(
                        WINDOW,
                        List.of(
                                new Scored("a", new float[] {0, 1_000, 500}),
                                new Scored("b", new float[] {.2f, .1f, .3f})),
                        WEIGHTS,
                        fused);

        // a: 0, 1, .5 at .75; b: .5, 0, 1 at .25
        assertThat(fused).containsExactly(new float[] {.125f, .75f, .625f}, within(1e-5f));
    }

    @Test
    void thoseWhoAbstainOrHaveNoWeightTakeNoPart() {
        List<MemberOutput> outputs =
                List.of(
                        new Scored("a", new float[] {0, 2, 1}),
                        new Abstained("b", "untrained"),
                        new Scored("c", new float[] {9, 0, 0}));
        float[] fused = new float[3];
        WeightedFuser fuser = fuser(Normalization.MINMAX);

        assertThat(fuser.fuse(WINDOW, outputs, WEIGHTS, fused)).isTrue();

        assertThat(fused).containsExactly(0, .75f, .375f);
        assertThat(fuser.shares(new int[] {1}).get(0)).isEqualTo(Map.of("a", .75));
    }

    @Test
    void nothingIsFusedWhenNobodyTakesPart() {
        assertThat(
                        fuser(Normalization.MINMAX)
                                .fuse(
                                        WINDOW,
                                        List.of(new Abstained("a", "no")),
                                        WEIGHTS,
                                        new float[3]))
                .isFalse();
    }

    @Test
    void outputsOfAnotherLengthAreRefused() {
        assertThatThrownBy(
                        () ->
                                fuser(Normalization.MINMAX)
                                        .fuse(
                                                WINDOW,
                                                List.of(new Scored("a", new float[2])),
                                                WEIGHTS,
                                                new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a: 2 scores for 3 items");
    }

    @Test
    void aConstantScorerAddsTheSameToAll() {
        for (Normalization normalization : Normalization.values()) {
            float[] fused = fuse(normalization, new float[] {.1f, .1f, .1f});
            assertThat(fused[1]).as(normalization.label()).isFinite().isEqualTo(fused[0]);
            assertThat(fused[2]).isEqualTo(fused[0]);
        }
    }

    @Property(seed = "20241124")
    void sharesSumToTheScoreExactly(
            @ForAll long seed,
            @ForAll Normalization normalization,
            @ForAll @IntRange(min = 1, max = 60) int items) {
        List<MemberOutput> outputs = outputs(seed, items);
        FusionWeights weights = weights(seed, outputs);
        WeightedFuser fuser = fuser(normalization);
        float[] fused = new float[items];
        fuser.fuse(WINDOW, outputs, weights, fused);

        for (int item = 0; item < items; item++) {
            double sum = 0;
            for (double share : fuser.shares(new int[] {item}).get(0).values()) {
                sum += share;
            }
            assertThat((float) sum).isEqualTo(fused[item]);
        }
    }

    @Property(seed = "20241124")
    void theOrderOfOutputsIsIrrelevant(
            @ForAll long seed,
            @ForAll Normalization normalization,
            @ForAll @IntRange(min = 1, max = 60) int items) {
        List<MemberOutput> outputs = outputs(seed, items);
        FusionWeights weights = weights(seed, outputs);
        float[] one = new float[items];
        float[] other = new float[items];
        fuser(normalization).fuse(WINDOW, outputs, weights, one);
        Collections.shuffle(outputs, new Random(seed));
        WeightedFuser shuffled = fuser(normalization);
        shuffled.fuse(WINDOW, outputs, weights, other);

        assertThat(other).isEqualTo(one);
        // Sums agree to the last bit only because they are made in one order.
        assertThat(shuffled.shares(new int[] {0}).get(0).keySet())
                .containsExactly("cnn", "gan", "lstm", "pop");
    }

    @Property(seed = "20241124")
    void oneMemberAloneKeepsItsOrder(
            @ForAll long seed,
            @ForAll Normalization normalization,
            @ForAll @IntRange(min = 2, max = 60) int items) {
        float[] scores = ((Scored) outputs(seed, items).get(0)).scores();
        float[] fused = fuse(normalization, scores);

        for (int item = 1; item < items; item++) {
            int order = Float.compare(scores[item - 1], scores[item]);
            // Rounding may tie what was apart, but never turn it round.
            assertThat(Float.compare(fused[item - 1], fused[item]) * order).isNotNegative();
        }
    }

    private static WeightedFuser fuser(Normalization normalization) {
        return new WeightedFuser(new FusionSettings(normalization, 1, 60, .1, .01, .02, 20));
    }

    private static float[] fuse(Normalization normalization, float[] scores) {
        float[] fused = new float[scores.length];
        boolean any =
                fuser(normalization)
                        .fuse(
                                WINDOW,
                                List.of(new Scored("a", scores)),
                                FusionWeights.uniform(List.of("a")),
                                fused);
        assertThat(any).isTrue();
        return fused;
    }

    private static List<MemberOutput> outputs(long seed, int items) {
        Random random = new Random(seed);
        List<MemberOutput> outputs = new ArrayList<>();
        for (String member : List.of("lstm", "cnn", "gan", "pop")) {
            float scale = (float) Math.pow(10, random.nextInt(9) - 4);
            float[] scores = new float[items];
            for (int i = 0; i < items; i++) {
                scores[i] = scale * (random.nextBoolean() ? random.nextInt(4) : random.nextFloat());
            }
            outputs.add(new Scored(member, scores));
        }
        return outputs;
    }

    private static FusionWeights weights(long seed, List<MemberOutput> outputs) {
        Random random = new Random(~seed);
        Map<String, Double> weights = new LinkedHashMap<>();
        outputs.forEach(output -> weights.put(output.member(), .01 + random.nextDouble()));
        return FusionWeights.of(weights);
    }
}
