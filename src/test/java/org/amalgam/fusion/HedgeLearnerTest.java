package org.amalgam.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.FusionSettings.Normalization;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.UnusableInput;
import org.junit.jupiter.api.Test;

class HedgeLearnerTest {

    private static final List<String> MEMBERS = List.of("lstm", "cnn", "gan");

    @Test
    void oneStepByHand() {
        HedgeLearner hedge = learner(1, 0, 0);

        hedge.learn(Map.of("lstm", rank(1), "cnn", rank(3), "gan", rank(21)));

        // losses 0, 1 − 1/2 and 1
        double sum = 1 + Math.exp(-.5) + Math.exp(-1);
        assertThat(hedge.weights().of("lstm")).isCloseTo(1 / sum, within(1e-12));
        assertThat(hedge.weights().of("cnn")).isCloseTo(Math.exp(-.5) / sum, within(1e-12));
        assertThat(hedge.weights().of("gan")).isCloseTo(Math.exp(-1) / sum, within(1e-12));
    }

    @Test
    void shareAndFloorByHand() {
        HedgeLearner hedge = learner(1, .3, .1);
        hedge.set(FusionWeights.of(Map.of("lstm", .5, "cnn", .2, "gan", .3)));

        hedge.learn(Map.of("lstm", rank(1), "cnn", rank(1)));

        // .4, .1 and .2 above the floor; gan, absent, has a full loss
        double gan = .2 * Math.exp(-1) / (.5 + .2 * Math.exp(-1));
        assertThat(hedge.weights().of("gan"))
                .isCloseTo(.1 + (1 - .3) * (.7 * gan + .1), within(1e-12));
    }

    @Test
    void theBestMemberWins() {
        HedgeLearner hedge = learner(.2, .01, .02);
        for (int i = 0; i < 300; i++) {
            hedge.learn(Map.of("lstm", rank(30), "cnn", rank(2), "gan", rank(30)));
        }

        assertThat(hedge.weights().of("cnn")).isGreaterThan(.8);
    }

    @Test
    void aMemberThatWasBadForLongComesBackWithinDozensOfCases() {
        HedgeLearner hedge = learner(.2, .01, .02);
        for (int i = 0; i < 5_000; i++) {
            hedge.learn(Map.of("lstm", rank(30), "cnn", rank(2), "gan", rank(30)));
        }
        for (int i = 0; i < 60; i++) {
            hedge.learn(Map.of("lstm", rank(1), "cnn", rank(30), "gan", rank(30)));
        }

        assertThat(hedge.weights().of("lstm")).isGreaterThan(hedge.weights().of("cnn"));
    }

    @Test
    void hasteCountsAsAHigherRate() {
        HedgeLearner hastened = learner(.2, .01, .02);
        HedgeLearner faster = learner(.8, .01, .02);
        Map<String, TargetRank> ranks = Map.of("lstm", rank(1), "cnn", rank(3));

        hastened.learn(ranks, 4);
        faster.learn(ranks);

        assertThat(hastened.weights()).isEqualTo(faster.weights());
    }

    @Test
    void forgettingMovesFreeWeightsTowardsEachOther() {
        HedgeLearner hedge = learner(.2, .01, .02);
        hedge.set(FusionWeights.of(Map.of("lstm", .5, "cnn", .4, "gan", .1)));
        hedge.lock(Set.of("lstm"));

        hedge.forget(.2);

        assertThat(hedge.weights().of("lstm")).isCloseTo(.5, within(1e-12));
        assertThat(hedge.weights().of("cnn")).isCloseTo(.8 * .4 + .2 * .25, within(1e-12));
        assertThat(hedge.weights().of("gan")).isCloseTo(.8 * .1 + .2 * .25, within(1e-12));
    }

    @Test
    void lockedMembersStayAndTheOthersShareTheRest() {
        HedgeLearner hedge = learner(.5, .01, .02);
        hedge.set(FusionWeights.of(Map.of("lstm", .6, "cnn", .2, "gan", .2)));
        hedge.lock(Set.of("lstm"));
        for (int i = 0; i < 50; i++) {
            hedge.learn(Map.of("lstm", rank(30), "cnn", rank(1), "gan", rank(30)));
        }

        assertThat(hedge.weights().of("lstm")).isCloseTo(.6, within(1e-9));
        assertThat(hedge.weights().of("cnn")).isGreaterThan(.3);
    }

    @Test
    void weightsSetByHandAreKeptToTheLastBitUntilTheNextCase() {
        HedgeLearner hedge = learner(.5, .01, .02);
        FusionWeights byHand = FusionWeights.of(Map.of("lstm", 1.0, "cnn", 0.0, "gan", 0.0));

        hedge.set(byHand);

        assertThat(hedge.weights()).isEqualTo(byHand);
        hedge.learn(Map.of("cnn", rank(1)));
        assertThat(hedge.weights().of("cnn")).isGreaterThanOrEqualTo(.02 - 1e-12);
    }

    @Test
    void theWeightsAreTheWholeState() {
        HedgeLearner one = learner(.3, .01, .02);
        one.learn(Map.of("lstm", rank(4), "cnn", rank(2)));
        HedgeLearner other = learner(.3, .01, .02);
        other.set(one.weights());
        for (HedgeLearner hedge : List.of(one, other)) {
            hedge.learn(Map.of("gan", rank(1), "cnn", rank(7)));
        }

        assertThat(other.weights()).isEqualTo(one.weights());
    }

    @Test
    void aCaseThatNobodyRankedSaysNothing() {
        HedgeLearner hedge = learner(.3, .01, .02);
        hedge.set(FusionWeights.of(Map.of("lstm", .5, "cnn", .3, "gan", .2)));
        FusionWeights before = hedge.weights();

        hedge.learn(Map.of("markov", rank(1)));

        assertThat(hedge.weights()).isEqualTo(before);
    }

    @Test
    void weightsOfOtherMembersAreRefused() {
        assertThatThrownBy(() -> learner(1, 0, 0).set(FusionWeights.uniform(List.of("lstm"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFloorThatLeavesNothingToLearnIsRefused() {
        assertThatThrownBy(() -> learner(1, 0, .34)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weightsByHandNeverLearn() {
        var method =
                FusionMethods.create(
                        "weighted", FusionWeights.uniform(MEMBERS), FusionSettings.defaults());
        method.learner().learn(Map.of("lstm", rank(1)));

        assertThat(method.learner().weights()).isEqualTo(FusionWeights.uniform(MEMBERS));
        assertThat(method.name()).isEqualTo("weighted");
    }

    @Test
    void everyNameOfTheRegistryWorksAndOthersAreTold() {
        for (String name : FusionMethods.names()) {
            if (FusionMethods.needsRecipe(name)) {
                assertThatThrownBy(() -> create(name))
                        .isInstanceOf(UnusableInput.class)
                        .hasMessageContaining("learned on validation");
            } else {
                assertThat(create(name).name()).isEqualTo(name);
            }
        }
        assertThatThrownBy(() -> create("median"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("hedge, weighted");
    }

    @Property(seed = "20241124")
    void weightsSumToOneAndStayAtOrAboveTheFloor(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int cases) {
        Random random = new Random(seed);
        HedgeLearner hedge = learner(random.nextDouble() * 5, random.nextDouble() / 5, .05);
        for (int i = 0; i < cases; i++) {
            Map<String, TargetRank> ranks = new HashMap<>();
            for (String member : MEMBERS) {
                if (random.nextInt(4) > 0) {
                    ranks.put(member, rank(1 + random.nextInt(60) / 2.0));
                }
            }
            hedge.learn(ranks);
        }
        double sum = 0;
        for (String member : MEMBERS) {
            sum += hedge.weights().of(member);
            assertThat(hedge.weights().of(member)).isGreaterThanOrEqualTo(.05 - 1e-12);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    private static FusionMethod create(String name) {
        return FusionMethods.create(
                name, FusionWeights.uniform(MEMBERS), FusionSettings.defaults());
    }

    private static TargetRank rank(double meanRank) {
        return new TargetRank(meanRank, 0);
    }

    private static HedgeLearner learner(double eta, double share, double floor) {
        return new HedgeLearner(
                FusionWeights.uniform(MEMBERS),
                new FusionSettings(Normalization.MINMAX, 1, 60, eta, share, floor, 20));
    }
}
