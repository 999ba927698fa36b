package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.evaluation.FusedRanker;
import org.amalgam.fusion.FusionRecipe;
import org.amalgam.fusion.MixQuality;
import org.amalgam.pipeline.FusionRequest;
import org.junit.jupiter.api.Test;

class FusionGroupsTest {

    private static final List<EnsembleMember> MEMBERS =
            List.of(
                    new FakeMember("lstm", RankerKind.MEMBER, window -> 0),
                    new FakeMember("cnn", RankerKind.MEMBER, window -> 1),
                    new FakeMember("pop", RankerKind.BASELINE, window -> 2));

    private final FusionRecipe learned =
            new FusionRecipe(
                    "learned",
                    FusionSettings.defaults(),
                    FusionWeights.of(Map.of("lstm", .9, "cnn", .1)),
                    Optional.empty(),
                    100,
                    List.of(),
                    new FusionRecipe.Trial("min-max", new MixQuality(100, .5, .3)));

    @Test
    void weightsThatWereLearnedAreUsed() {
        FusionWeights weights = only("learned", Map.of(), Map.of("fused-nets", learned));

        assertThat(weights.of("lstm")).isCloseTo(.9, within(1e-12));
    }

    @Test
    void weightsByHandTakeThePlaceOfLearnedOnes() {
        FusionWeights weights =
                only("learned", Map.of("lstm", 1.0, "cnn", 3.0), Map.of("fused-nets", learned));

        assertThat(weights.of("lstm")).isCloseTo(.25, within(1e-12));
    }

    @Test
    void aLearnedMethodWithoutRecipeWeighsAllAlikeOrAsTold() {
        assertThat(only("stacking", Map.of(), Map.of()).of("cnn")).isEqualTo(.5);
        assertThat(only("stacking", Map.of("cnn", 1.0), Map.of()).of("cnn")).isEqualTo(1);
    }

    @Test
    void namingABaselineFusesIt() {
        List<FusedRanker> rankers =
                FusionGroups.rankers(
                        MEMBERS,
                        new FusionRequest("weighted", Map.of("pop", 1.0, "lstm", 1.0), Set.of()),
                        FusionSettings.defaults(),
                        Map.of(),
                        new int[3]);

        assertThat(rankers).extracting(FusedRanker::name).containsExactly("fused", "fused-nets");
        assertThat(rankers.get(0).learner().weights().of("pop")).isEqualTo(.5);
        assertThat(rankers.get(1).learner().weights().of("lstm")).isEqualTo(1);
    }

    @Test
    void aBaselineAskedForIsWeighedLikeTheMembers() {
        List<FusedRanker> rankers =
                FusionGroups.rankers(
                        MEMBERS,
                        new FusionRequest("hedge", Map.of(), Set.of("pop")),
                        FusionSettings.defaults(),
                        Map.of(),
                        new int[3]);

        assertThat(rankers).extracting(FusedRanker::name).containsExactly("fused", "fused-nets");
        assertThat(rankers.get(0).learner().weights().asMap().values())
                .allSatisfy(weight -> assertThat(weight).isCloseTo(1.0 / 3, within(1e-12)));
    }

    @Test
    void whatCannotBeFusedIsToldBeforeAnybodyTrains() {
        List<String> names = List.of("lstm", "pop");
        assertThatThrownBy(() -> FusionGroups.requireUsable(names, FusionRequest.by("guess")))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("unknown fusion 'guess'")
                .hasMessageContaining("stacking");
        FusionRequest weighed = new FusionRequest("hedge", Map.of("cnn", 1.0), Set.of());
        assertThatThrownBy(() -> FusionGroups.requireUsable(names, weighed))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("weight for 'cnn'");
        FusionRequest fused = new FusionRequest("hedge", Map.of(), Set.of("hmm"));
        assertThatThrownBy(() -> FusionGroups.requireUsable(names, fused))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("--fuse names 'hmm'");
    }

    private static FusionWeights only(
            String method, Map<String, Double> weights, Map<String, FusionRecipe> recipes) {
        List<FusedRanker> rankers =
                FusionGroups.rankers(
                        MEMBERS,
                        new FusionRequest(method, weights, Set.of()),
                        FusionSettings.defaults(),
                        recipes,
                        new int[3]);
        assertThat(rankers).hasSize(1);
        return rankers.get(0).learner().weights();
    }
}
