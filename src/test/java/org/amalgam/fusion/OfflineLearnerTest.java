package org.amalgam.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineLearnerTest {

    private final OfflineLearner learner = new OfflineLearner(FusionSettings.defaults(), 7);

    @TempDir Path directory;

    @Test
    void theMemberThatKnowsMoreGetsTheWeight() {
        FusionRecipe recipe =
                learner.learn(
                        PlantedCases.of(400, 1, context -> 2.5, context -> .2),
                        TaskMonitor.silent());

        assertThat(recipe.weights().of("a")).isGreaterThan(.7);
    }

    @Test
    void twoMembersThatKnowDifferentThingsAreBetterTogether() {
        KeptCases cases = PlantedCases.of(600, 1, context -> 1.5, context -> 1.5);

        FusionRecipe recipe = learner.learn(cases, TaskMonitor.silent());

        MixQuality best = OfflineLearner.bestMember(cases, Folds.all(cases));
        KeptMix mix = new KeptMix(cases, recipe.settings());
        double[] weights = mix.weights(recipe.weights());
        MixQuality fused = MixQuality.of(Folds.all(cases), i -> mix.rank(i, weights).meanRank());
        assertThat(fused.hr20()).isGreaterThan(best.hr20() + .05);
        assertThat(fused.mrr20()).isGreaterThan(best.mrr20());
    }

    @Test
    void aMemberThatSaysTheSameOfAllItemsDoesNoHarm() {
        KeptCases with = PlantedCases.withConstantMember(300, 1, context -> 1.5);

        FusionRecipe recipe = learner.learn(with, TaskMonitor.silent());

        KeptMix mix = new KeptMix(with, recipe.settings());
        double[] weights = mix.weights(recipe.weights());
        for (int index = 0; index < with.size(); index++) {
            if (with.alone(index, 0).meanRank() <= 20) {
                assertThat(mix.rank(index, weights)).isEqualTo(with.alone(index, 0));
            }
        }
    }

    @Test
    void oneMemberAloneIsKeptAsItIs() {
        FusionRecipe recipe =
                learner.learn(PlantedCases.single(60, 1, context -> 1), TaskMonitor.silent());

        assertThat(recipe.weights().asMap()).containsExactly(java.util.Map.entry("a", 1.0));
    }

    @Test
    void theSameSeedLearnsTheSame() {
        KeptCases cases = PlantedCases.of(200, 3, context -> 1, context -> 1.2);

        assertThat(learner.learn(cases, TaskMonitor.silent()))
                .isEqualTo(learner.learn(cases, TaskMonitor.silent()));
    }

    @Test
    void aHandfulOfCasesIsRefused() {
        KeptCases few = PlantedCases.of(29, 1, context -> 1, context -> 1);

        assertThatThrownBy(() -> learner.learn(few, TaskMonitor.silent()))
                .hasMessageContaining("29 cases");
    }

    @Test
    void aRecipeCanBeReadBack() throws IOException {
        FusionRecipe recipe =
                learner.learn(
                        PlantedCases.of(60, 1, context -> 1, context -> 1), TaskMonitor.silent());
        Path file = directory.resolve("fusion.json");

        FusionRecipeFile.write(recipe, file);

        assertThat(FusionRecipeFile.read(file)).isEqualTo(recipe);
        assertThat(FusionRecipeFile.read(file).toMethod(new int[0]).learner().weights())
                .isEqualTo(recipe.weights());
    }

    @Test
    void aFileThatIsNoRecipeIsRefusedByName() throws IOException {
        Path file = directory.resolve("fusion.json");
        Files.writeString(file, "{\"version\": 99}");

        assertThatThrownBy(() -> FusionRecipeFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("fusion.json")
                .hasMessageContaining("version");
    }
}
