package org.amalgam.config;

import java.util.Locale;

/**
 * How members' scores are made comparable, and how weights learn.
 *
 * @param normalization what makes scores of different members comparable
 * @param temperature of {@link Normalization#SOFTMAX}; above 0, higher is flatter
 * @param rankConstant c of {@link Normalization#RECIPROCAL_RANK}, ≥ 0
 * @param eta learning rate of Hedge, ≥ 0; a member's weight shrinks by e^(−η·loss)
 * @param share part of all weight that is handed out evenly after each case, in [0, 1), so that a
 *     member that was bad for long can come back (fixed share)
 * @param floor least weight of a member that is learned, ≥ 0; members × floor must be below 1
 * @param lossDepth ranks beyond it count as a full loss, ≥ 1
 */
public record FusionSettings(
        Normalization normalization,
        double temperature,
        double rankConstant,
        double eta,
        double share,
        double floor,
        int lossDepth) {

    /** What makes scores of different members comparable. All keep a member's own order. */
    public enum Normalization {
        /** e^(z/T) over its sum, z the standardised score: best items stand out. */
        SOFTMAX,
        /** Score less mean, over the standard deviation. */
        ZSCORE,
        /** 0 for the worst item to 1 for the best. */
        MINMAX,
        /** Share of the other items ranked below, ties counted half (Borda). */
        RANK,
        /** 1 / (c + rank), ties by their mean rank. */
        RECIPROCAL_RANK;

        /** As it stands in settings and reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public FusionSettings {
        require(temperature > 0, "temperature must be above 0");
        require(rankConstant >= 0, "rank constant must be ≥ 0");
        require(eta >= 0 && !Double.isInfinite(eta), "eta must be ≥ 0");
        require(share >= 0 && share < 1, "share must be in [0, 1)");
        require(floor >= 0 && floor < 1, "floor must be in [0, 1)");
        require(lossDepth >= 1, "loss depth must be ≥ 1");
    }

    /**
     * Chosen by fusing pop, markov and itemknn on the RetailRocket log, 70 to 80 % of its events.
     * There min-max, z-score and softmax at T = 20 are level and ranks fall behind; min-max also
     * suits members of which some score a few items only.
     */
    public static FusionSettings defaults() {
        return new FusionSettings(Normalization.MINMAX, 20, 5, 0.2, 0.01, 0.02, 20);
    }

    /** The same with another normalisation. */
    public FusionSettings with(Normalization other) {
        return new FusionSettings(other, temperature, rankConstant, eta, share, floor, lossDepth);
    }

    /** The same with another temperature. */
    public FusionSettings withTemperature(double other) {
        return new FusionSettings(normalization, other, rankConstant, eta, share, floor, lossDepth);
    }

    /** The same with another rank constant. */
    public FusionSettings withRankConstant(double other) {
        return new FusionSettings(normalization, temperature, other, eta, share, floor, lossDepth);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
