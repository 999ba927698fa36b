package org.amalgam.fusion;

import java.util.Arrays;
import org.amalgam.config.FusionSettings;
import org.amalgam.kernel.FloatKernels;

/**
 * One member's scores of one step made comparable with other members': a function, rising with the
 * score, whose parameters come from all scores. Immutable, but a scale by rank reads the buffer it
 * was made with.
 */
@FunctionalInterface
interface ScoreScale {

    /** The normalised value of one of the scores that the scale was made from. */
    double of(float score);

    /**
     * The normalised values of all these scores, just as {@link #of(float)} gives them.
     *
     * @param values filled; as long as the scores, or longer
     */
    default void fill(float[] scores, double[] values) {
        for (int i = 0; i < scores.length; i++) {
            values[i] = of(scores[i]);
        }
    }

    /**
     * The scale of these scores.
     *
     * @param sorted room for as many scores; overwritten and kept by scales by rank only
     * @param room for as many values; overwritten
     */
    static ScoreScale of(float[] scores, FusionSettings settings, float[] sorted, double[] room) {
        return switch (settings.normalization()) {
            case SOFTMAX -> SoftmaxScale.filling(scores, settings.temperature(), room);
            case ZSCORE -> zscore(scores);
            case MINMAX -> minmax(scores);
            case RANK, RECIPROCAL_RANK -> {
                ScoreScale rank = meanRank(scores, sorted);
                yield score -> ofRank(rank.of(score), scores.length, settings);
            }
        };
    }

    /**
     * Fills the values with all of these scores normalised.
     *
     * @param sorted room for as many scores; overwritten
     */
    static void normalise(
            float[] scores, FusionSettings settings, float[] sorted, double[] values) {
        ScoreScale scale = of(scores, settings, sorted, values);
        // Softmax has to know all values for their total, so they are there already.
        if (settings.normalization() != FusionSettings.Normalization.SOFTMAX) {
            scale.fill(scores, values);
        }
    }

    /**
     * The value of a mean rank, by {@code RANK} or {@code RECIPROCAL_RANK}.
     *
     * @param items how many were ranked
     */
    static double ofRank(double rank, int items, FusionSettings settings) {
        return settings.normalization() == FusionSettings.Normalization.RANK
                ? (items - rank) / Math.max(1, items - 1)
                : 1 / (settings.rankConstant() + rank);
    }

    static LinearScale zscore(float[] scores) {
        double mean = ScoreFacts.mean(scores);
        return new LinearScale(mean, ScoreFacts.deviation(scores, mean));
    }

    static LinearScale minmax(float[] scores) {
        return minmax(low(scores), high(scores));
    }

    static LinearScale minmax(double low, double high) {
        return new LinearScale(low, Math.max(0, high - low));
    }

    /** The lowest of these scores. */
    static float low(float[] scores) {
        return FloatKernels.best().lowest(scores, scores.length);
    }

    /** The highest of these scores. */
    static float high(float[] scores) {
        float high = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            high = Math.max(high, score);
        }
        return high;
    }

    /** Rank from 1, the mean one for equal scores. */
    private static ScoreScale meanRank(float[] scores, float[] sorted) {
        int n = scores.length;
        for (int i = 0; i < n; i++) {
            sorted[i] = scores[i] + 0f; // −0 becomes 0, which sorts and compares alike
        }
        Arrays.sort(sorted, 0, n);
        return score -> {
            int below = firstAtLeast(sorted, n, score);
            int above = n - firstAbove(sorted, n, score);
            return 1 + above + (n - above - below - 1) / 2.0;
        };
    }

    private static int firstAtLeast(float[] sorted, int n, float score) {
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int firstAbove(float[] sorted, int n, float score) {
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
