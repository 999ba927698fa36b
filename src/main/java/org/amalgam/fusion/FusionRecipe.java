package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FusionWeights;

/**
 * How to fuse, as learned offline; kept beside the models by {@link FusionRecipeFile}. Immutable.
 *
 * @param method {@code learned}
 * @param settings with the normalisation that was chosen
 * @param weights by member
 * @param cases how many it was learned from
 * @param trials everything that was tried, with its quality on sessions it had not learned from
 */
public record FusionRecipe(
        String method,
        FusionSettings settings,
        FusionWeights weights,
        int cases,
        List<Trial> trials) {

    public FusionRecipe {
        requireNonNull(method, "method");
        requireNonNull(settings, "settings");
        requireNonNull(weights, "weights");
        trials = List.copyOf(trials);
    }

    /**
     * Something that was tried.
     *
     * @param what in a few words
     * @param crossValidated quality on sessions that were not learned from
     */
    public record Trial(String what, MixQuality crossValidated) {
        public Trial {
            requireNonNull(what, "what");
            requireNonNull(crossValidated, "crossValidated");
        }
    }

    static FusionRecipe learned(
            FusionSettings settings, FusionWeights weights, int cases, List<Trial> trials) {
        return new FusionRecipe(OfflineLearner.NAME, settings, weights, cases, trials);
    }

    /** The method it stands for, with its weights, which only a person moves from now on. */
    public FusionMethod toMethod() {
        return new FusionMethod(method, new WeightedFuser(settings), new FixedWeights(weights));
    }
}
