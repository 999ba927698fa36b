package org.amalgam.fusion;

import java.util.List;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.FusionSettings.Normalization;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.Fuser;
import org.amalgam.domain.stage.WeightLearner;

/** The names that {@code --fusion} may give. Thread-safe. */
public final class FusionMethods {

    private static final List<String> LEARNED = List.of(OfflineLearner.NAME, StackingFuser.NAME);

    private FusionMethods() {}

    /** All names, the default first. */
    public static List<String> names() {
        return List.of(
                HedgeLearner.NAME,
                WeightedFuser.NAME,
                MajorityFuser.NAME,
                WeightedFuser.BORDA,
                WeightedFuser.RECIPROCAL_RANK,
                OfflineLearner.NAME,
                StackingFuser.NAME);
    }

    /** Whether a method of this name needs a {@link FusionRecipe} learned before. */
    public static boolean needsRecipe(String name) {
        return LEARNED.contains(name);
    }

    /**
     * Refuses a name that is no method's.
     *
     * @throws UnusableInput if there is none of this name
     */
    public static void requireKnown(String name) {
        if (!names().contains(name)) {
            throw unusable(name);
        }
    }

    /**
     * A fresh method that needs no recipe; the others come from {@link FusionRecipe#toMethod}.
     *
     * @param start weights to begin with; their members are the fused ones
     * @throws UnusableInput if there is none of this name, or it needs a recipe
     */
    public static FusionMethod create(String name, FusionWeights start, FusionSettings settings) {
        return create(name, start, settings, new StepScales());
    }

    /**
     * The same, sharing scales.
     *
     * @param scales of others that fuse the same answers on the same thread
     */
    public static FusionMethod create(
            String name, FusionWeights start, FusionSettings settings, StepScales scales) {
        return new FusionMethod(
                name, fuser(name, settings, scales), learner(name, start, settings));
    }

    private static Fuser fuser(String name, FusionSettings settings, StepScales scales) {
        return switch (name) {
            case MajorityFuser.NAME -> new MajorityFuser();
            case WeightedFuser.BORDA ->
                    new WeightedFuser(name, settings.with(Normalization.RANK), scales);
            case WeightedFuser.RECIPROCAL_RANK ->
                    new WeightedFuser(name, settings.with(Normalization.RECIPROCAL_RANK), scales);
            case HedgeLearner.NAME, WeightedFuser.NAME ->
                    new WeightedFuser(WeightedFuser.NAME, settings, scales);
            default -> throw unusable(name);
        };
    }

    private static WeightLearner learner(
            String name, FusionWeights start, FusionSettings settings) {
        return name.equals(HedgeLearner.NAME)
                ? new HedgeLearner(start, settings)
                : new FixedWeights(start);
    }

    private static UnusableInput unusable(String name) {
        return needsRecipe(name)
                ? new UnusableInput(
                        "fusion '" + name + "' has to be learned on validation sessions first")
                : new UnusableInput(
                        "unknown fusion '" + name + "'; there are " + String.join(", ", names()));
    }
}
