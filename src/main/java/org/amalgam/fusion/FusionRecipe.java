package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.FusionWeights;

/**
 * How to fuse, as learned offline; kept beside the models by {@link FusionRecipeFile}. Immutable.
 *
 * @param method {@code learned} or {@code stacking}
 * @param settings with the normalisation that was chosen; stacking does not use it
 * @param weights by member: those of {@code learned}; equal ones of {@code stacking}, which it
 *     takes as factors (see {@link StackingFuser})
 * @param stacking of {@code stacking} only
 * @param cases how many it was learned from
 * @param trials everything that was tried, with its quality on sessions it had not learned from
 * @param chosen the one of them that the recipe is of
 */
public record FusionRecipe(
        String method,
        FusionSettings settings,
        FusionWeights weights,
        Optional<StackingModel> stacking,
        int cases,
        List<Trial> trials,
        Trial chosen) {

    public FusionRecipe {
        requireNonNull(method, "method");
        requireNonNull(settings, "settings");
        requireNonNull(weights, "weights");
        requireNonNull(stacking, "stacking");
        requireNonNull(chosen, "chosen");
        trials = List.copyOf(trials);
        if (stacking.isPresent() != method.equals(StackingFuser.NAME)) {
            throw new IllegalArgumentException(
                    "recipe '" + method + "', with a stacking model: " + stacking.isPresent());
        }
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
            FusionSettings settings,
            FusionWeights weights,
            int cases,
            List<Trial> trials,
            Trial chosen) {
        return new FusionRecipe(
                OfflineLearner.NAME, settings, weights, Optional.empty(), cases, trials, chosen);
    }

    /**
     * The method it stands for, with its weights, which only a person moves from now on.
     *
     * @param itemCounts how often each item occurred in training, by dense number; stacking looks
     *     at it
     */
    public FusionMethod toMethod(int[] itemCounts) {
        return toMethod(itemCounts, new StepScales());
    }

    /**
     * The same, sharing scales.
     *
     * @param scales of others that fuse the same answers on the same thread
     */
    public FusionMethod toMethod(int[] itemCounts, StepScales scales) {
        return new FusionMethod(
                method,
                stacking.<org.amalgam.domain.stage.Fuser>map(
                                model -> new StackingFuser(model, itemCounts, scales))
                        .orElseGet(() -> new WeightedFuser(method, settings, scales)),
                new FixedWeights(weights));
    }
}
