package org.amalgam.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.stage.Fuser;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;

/** Laws of all methods that {@code --fusion} may name, and the voting ones by hand. */
class FusionMethodsTest {

    private static final int ITEMS = PlantedCases.ITEMS;
    private static final List<String> MEMBERS = List.of("a", "b");
    private static final FeatureWindow WINDOW = PlantedCases.window(0, new Random(1));
    private static final KeptCases CASES = PlantedCases.of(60, 1, context -> 2, context -> 1);
    private static final FusionSettings SETTINGS = FusionSettings.defaults().withRankConstant(60);

    private static final FusionRecipe STACKING =
            new StackingLearner(SETTINGS, 1).learn(CASES, TaskMonitor.silent());
    private static final FusionRecipe LEARNED =
            new OfflineLearner(SETTINGS, 1).learn(CASES, TaskMonitor.silent());

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of(FusionMethods.names());
    }

    @Test
    void bordaByHand() {
        // a ranks 1, 2, 3 of items 2, 1, 0; b of 0, 1, 2; points 2, 1, 0 of 2
        assertThat(fuse("borda", new float[] {1, 2, 3}, new float[] {9, 5, 1}))
                .containsExactly(new float[] {.25f, .5f, .75f}, within(1e-6f));
    }

    @Test
    void reciprocalRankFusionByHand() {
        assertThat(fuse("rrf", new float[] {1, 2, 3}, new float[] {9, 5, 1}))
                .containsExactly(
                        new float[] {
                            (float) (.75 / 63 + .25 / 61),
                            (float) (.75 / 62 + .25 / 62),
                            (float) (.75 / 61 + .25 / 63)
                        },
                        within(1e-7f));
    }

    @Test
    void majorityByHand() {
        float[] a = new float[30];
        float[] b = new float[30];
        for (int item = 0; item < 30; item++) {
            a[item] = 30 - item; // votes for 0 to 19
            b[item] = item; // votes for 10 to 29
        }
        float[] fused = fuse("majority", a, b);

        assertThat((double) fused[15]).isCloseTo(1, within(1e-3)); // both
        assertThat((double) fused[3]).isCloseTo(.75, within(1e-3)); // a
        assertThat((double) fused[25]).isCloseTo(.25, within(1e-3)); // b
        assertThat(fused[2]).isGreaterThan(fused[3]); // a vote each: by score
    }

    @Test
    void nobodyVotesForItemsOfWhichNothingIsSaid() {
        assertThat(fuse("majority", new float[30], new float[30])).containsOnly(0f);
    }

    @Property(seed = "20251125", tries = 300)
    void sharesSumToTheScoreExactly(@ForAll("methods") String name, @ForAll long seed) {
        Random random = new Random(seed);
        Fuser fuser = fuser(name);
        List<MemberOutput> outputs = outputs(random);
        FusionWeights weights = weights(random);
        float[] fused = new float[ITEMS];
        fuser.fuse(WINDOW, outputs, weights, fused);

        int[] items = random.ints(20, 0, ITEMS).toArray();
        List<Map<String, Double>> shares = fuser.shares(items);
        for (int i = 0; i < items.length; i++) {
            double sum = 0;
            for (double share : shares.get(i).values()) {
                sum += share;
            }
            assertThat((float) sum).as(name).isEqualTo(fused[items[i]]);
        }
    }

    @Property(seed = "20251125", tries = 200)
    void theOrderOfOutputsIsIrrelevant(@ForAll("methods") String name, @ForAll long seed) {
        Random random = new Random(seed);
        List<MemberOutput> outputs = outputs(random);
        FusionWeights weights = weights(random);
        float[] one = new float[ITEMS];
        float[] other = new float[ITEMS];
        fuser(name).fuse(WINDOW, outputs, weights, one);
        Collections.reverse(outputs);
        fuser(name).fuse(WINDOW, outputs, weights, other);

        assertThat(other).isEqualTo(one);
    }

    @Property(seed = "20251125", tries = 100)
    void whoeverAbstainsIsNotMissed(@ForAll("methods") String name, @ForAll long seed) {
        Random random = new Random(seed);
        List<MemberOutput> outputs = outputs(random);
        outputs.set(1, new Abstained("b", "untrained"));
        FusionWeights weights = weights(random);
        float[] fused = new float[ITEMS];
        float[] alone = new float[ITEMS];

        assertThat(fuser(name).fuse(WINDOW, outputs, weights, fused)).isTrue();
        assertThat(fuser(name).fuse(WINDOW, outputs.subList(0, 1), weights, alone)).isTrue();

        assertThat(fused).isEqualTo(alone);
        assertThat(
                        fuser(name)
                                .fuse(
                                        WINDOW,
                                        List.of(new Abstained("a", "no")),
                                        weights,
                                        new float[ITEMS]))
                .isFalse();
    }

    private static float[] fuse(String method, float[] a, float[] b) {
        float[] fused = new float[a.length];
        fuser(method)
                .fuse(
                        WINDOW,
                        List.of(new Scored("b", b), new Scored("a", a)),
                        FusionWeights.of(Map.of("a", .75, "b", .25)),
                        fused);
        return fused;
    }

    private static Fuser fuser(String name) {
        if (!FusionMethods.needsRecipe(name)) {
            return FusionMethods.create(name, FusionWeights.uniform(MEMBERS), SETTINGS).fuser();
        }
        FusionRecipe recipe = name.equals(StackingFuser.NAME) ? STACKING : LEARNED;
        FusionMethod method = recipe.toMethod(new int[ITEMS]);
        assertThat(method.fuser().name()).isEqualTo(name);
        return method.fuser();
    }

    private static List<MemberOutput> outputs(Random random) {
        List<MemberOutput> outputs = new ArrayList<>();
        for (String member : MEMBERS) {
            float[] scores = new float[ITEMS];
            for (int item = 0; item < ITEMS; item++) {
                scores[item] = random.nextBoolean() ? random.nextInt(4) : random.nextFloat();
            }
            outputs.add(new Scored(member, scores));
        }
        return outputs;
    }

    private static FusionWeights weights(Random random) {
        return FusionWeights.of(
                Map.of("a", random.nextDouble() + .01, "b", random.nextDouble() + .01));
    }
}
