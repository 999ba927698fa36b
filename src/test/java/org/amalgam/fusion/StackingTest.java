package org.amalgam.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.TargetRanks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackingTest {

    private static final int ITEMS = PlantedCases.ITEMS;
    private static final List<String> MEMBERS = List.of("a", "b");

    private final StackingLearner learner = new StackingLearner(FusionSettings.defaults(), 7);

    @TempDir Path directory;

    @Test
    void whoIsRightInLongSessionsAndWhoInShortOnesIsLearned() {
        KeptCases cases =
                PlantedCases.of(
                        1_500,
                        5,
                        context -> context.length() >= 5 ? 3 : 0,
                        context -> context.length() >= 5 ? 0 : 3);

        FusionRecipe stacking = learner.learn(cases, TaskMonitor.silent());
        FusionRecipe fixed =
                new OfflineLearner(FusionSettings.defaults(), 7).learn(cases, TaskMonitor.silent());

        MixQuality withContext = stacking.chosen().crossValidated();
        MixQuality without = fixed.chosen().crossValidated();
        assertThat(withContext.hr20()).isGreaterThan(without.hr20() + .02);
        assertThat(withContext.mrr20()).isGreaterThan(without.mrr20() + .05);
    }

    @Test
    void oneMemberAloneKeepsItsOrderUnderTheContext() {
        KeptCases cases = PlantedCases.single(200, 2, context -> 2);

        FusionRecipe recipe = learner.learn(cases, TaskMonitor.silent());

        MixQuality alone = OfflineLearner.bestMember(cases, Folds.all(cases));
        assertThat(recipe.chosen().crossValidated().hr20())
                .isGreaterThanOrEqualTo(alone.hr20() - .03);
    }

    @Test
    void aMemberThatSaysTheSameOfAllItemsDoesNoHarm() {
        KeptCases cases = PlantedCases.withConstantMember(200, 2, context -> 2);

        FusionRecipe recipe = learner.learn(cases, TaskMonitor.silent());

        List<List<Double>> constant = recipe.stacking().orElseThrow().coefficients().get("b");
        assertThat(constant).allSatisfy(row -> assertThat(row).containsOnly(0.0));
    }

    @Test
    void scoresByHand() {
        // a: ranks 1, 2, 3 for items 2, 1, 0 and nothing of item 3, its lowest
        float[] scores = {1, 2, 3, 0};
        StackingModel model = model(2, 3, 0, .25);
        FeatureWindow window = PlantedCases.window(0, new Random(1));
        int last = window.session().lastItem();
        float[] fused = new float[4 + ITEMS];
        float[] padded = new float[4 + ITEMS];
        System.arraycopy(scores, 0, padded, 0, 4);

        new StackingFuser(model, new int[] {0, 0, 0, 6})
                .fuse(
                        window,
                        List.of(new Scored("a", padded)),
                        FusionWeights.uniform(List.of("a")),
                        fused);

        assertThat(last).isGreaterThan(3); // so that it is none of the four
        assertThat((double) fused[2]).isCloseTo(2 * Math.log(11) + 3 / 2.0, within(.02));
        assertThat((double) fused[1]).isCloseTo(2 * Math.log(11 / 2.0) + 3 / 3.0, within(.02));
        assertThat((double) fused[3]).isCloseTo(.25 * Math.log(7), within(.02));
    }

    @Test
    void aWeightOfNothingTurnsAMemberOff() {
        Random random = new Random(3);
        FeatureWindow window = PlantedCases.window(0, random);
        List<MemberOutput> outputs = outputs(random);
        StackingFuser fuser = new StackingFuser(randomModel(random), new int[ITEMS]);
        float[] off = new float[ITEMS];
        float[] absent = new float[ITEMS];

        fuser.fuse(window, outputs, FusionWeights.of(Map.of("a", 1.0, "b", 0.0)), off);
        fuser.fuse(
                window,
                outputs.subList(0, 1),
                FusionWeights.of(Map.of("a", 1.0, "b", 0.0)),
                absent);

        assertThat(off).isEqualTo(absent);
    }

    @Test
    void nothingIsFusedWhenNobodyTakesPart() {
        assertThat(
                        new StackingFuser(model(1, 1, 1, 1), new int[ITEMS])
                                .fuse(
                                        PlantedCases.window(0, new Random(1)),
                                        List.of(new Abstained("a", "no")),
                                        FusionWeights.uniform(MEMBERS),
                                        new float[ITEMS]))
                .isFalse();
    }

    @Test
    void aRecipeCanBeReadBack() throws IOException {
        FusionRecipe recipe =
                learner.learn(
                        PlantedCases.of(60, 1, context -> 1, context -> 1), TaskMonitor.silent());
        Path file = directory.resolve("stacking.json");

        FusionRecipeFile.write(recipe, file);

        assertThat(FusionRecipeFile.read(file)).isEqualTo(recipe);
        assertThat(recipe.toMethod(new int[ITEMS]).fuser().name()).isEqualTo("stacking");
    }

    @Test
    void theSameSeedLearnsTheSame() {
        KeptCases cases = PlantedCases.of(100, 3, context -> 1, context -> 1.2);

        assertThat(learner.learn(cases, TaskMonitor.silent()))
                .isEqualTo(learner.learn(cases, TaskMonitor.silent()));
    }

    @Test
    void theGradientIsThatOfTheValue() {
        KeptCases cases = PlantedCases.of(40, 4, context -> 1, context -> 2);
        StackingCases objective =
                new StackingCases(cases, Folds.all(cases), new StackingModel.Warmth(0, 1), 2);
        double[] x = new Random(1).doubles(objective.coefficients(), -.3, .3).toArray();
        double[] gradient = new double[x.length];
        objective.at(x, gradient);
        double[] ignored = new double[x.length];
        for (int j = 0; j < x.length; j += 7) {
            double step = 1e-5;
            double before = x[j];
            x[j] = before + step;
            double up = objective.at(x, ignored);
            x[j] = before - step;
            double down = objective.at(x, ignored);
            x[j] = before;
            assertThat(gradient[j]).isCloseTo((up - down) / (2 * step), within(1e-6));
        }
    }

    @Property(seed = "20251125", tries = 200)
    void sharesSumToTheScoreExactly(@ForAll long seed) {
        Random random = new Random(seed);
        FeatureWindow window = PlantedCases.window(0, random);
        List<MemberOutput> outputs = outputs(random);
        FusionWeights weights =
                FusionWeights.of(Map.of("a", random.nextDouble() + .1, "b", random.nextDouble()));
        StackingFuser fuser = new StackingFuser(randomModel(random), counts(random));
        float[] fused = new float[ITEMS];
        fuser.fuse(window, outputs, weights, fused);

        int[] items = random.ints(30, 0, ITEMS).toArray();
        items[0] = window.session().lastItem();
        List<Map<String, Double>> shares = fuser.shares(items);
        for (int i = 0; i < items.length; i++) {
            double sum = 0;
            for (double share : shares.get(i).values()) {
                sum += share;
            }
            assertThat((float) sum).isEqualTo(fused[items[i]]);
            assertThat(shares.get(i)).containsKey(StackingModel.CONTEXT);
        }
    }

    @Property(seed = "20251125", tries = 100)
    void keptCasesAreRankedAsTheWholeCatalogue(@ForAll long seed) {
        Random random = new Random(seed);
        int[] counts = counts(random);
        FeatureWindow window = PlantedCases.window(0, random);
        List<MemberOutput> outputs = outputs(random);
        StackingModel model = randomModel(random);
        float[] fused = new float[ITEMS];
        new StackingFuser(model, counts)
                .fuse(window, outputs, FusionWeights.uniform(MEMBERS), fused);
        BitSet all = new BitSet();
        all.set(0, ITEMS);
        // With all items kept the two must agree whatever the coefficients.
        KeptCasesBuilder builder = new KeptCasesBuilder(MEMBERS, counts, all, ITEMS);
        for (int target = 0; target < ITEMS; target++) {
            builder.add(window, target, outputs);
        }
        StackingMix mix = new StackingMix(builder.build(), model);
        for (int target = 0; target < ITEMS; target++) {
            TargetRank whole = TargetRanks.rank(fused, all, target);
            assertThat(mix.rank(target).meanRank()).isCloseTo(whole.meanRank(), within(1.0));
        }
    }

    private static List<MemberOutput> outputs(Random random) {
        List<MemberOutput> outputs = new ArrayList<>();
        for (String member : MEMBERS) {
            float[] scores = new float[ITEMS];
            for (int item = 0; item < ITEMS; item++) {
                scores[item] =
                        member.equals("b") ? random.nextInt(9) : (float) random.nextGaussian();
            }
            outputs.add(new Scored(member, scores));
        }
        return outputs;
    }

    private static int[] counts(Random random) {
        return random.ints(ITEMS, 0, 50).toArray();
    }

    private static StackingModel randomModel(Random random) {
        return model(random.nextDouble(), random.nextDouble(), random.nextGaussian(), .1);
    }

    /** The same coefficients in all contexts, for members a and b alike. */
    private static StackingModel model(double log, double reciprocal, double last, double pop) {
        Map<String, List<List<Double>>> coefficients = new LinkedHashMap<>();
        for (String member : MEMBERS) {
            coefficients.put(member, List.of(row(log), row(reciprocal), row(last), row(-last / 3)));
        }
        coefficients.put(
                StackingModel.CONTEXT,
                List.of(row(last), row(last / 2), row(0), row(-.1), row(pop)));
        return new StackingModel(10, new StackingModel.Warmth(1, 1), coefficients);
    }

    private static List<Double> row(double constant) {
        List<Double> row = new ArrayList<>();
        for (int k = 0; k < StackingTerms.CONTEXT.size(); k++) {
            row.add(k == 0 ? constant : 0.0);
        }
        return row;
    }
}
