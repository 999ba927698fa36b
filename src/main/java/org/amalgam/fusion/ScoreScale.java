package org.amalgam.fusion;

import java.util.Arrays;
import org.amalgam.config.FusionSettings;

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
     * The scale of these scores.
     *
     * @param sorted room for as many scores; overwritten and kept by scales by rank only
     */
    static ScoreScale of(float[] scores, FusionSettings settings, float[] sorted) {
        return switch (settings.normalization()) {
            case SOFTMAX -> softmax(scores, settings.temperature());
            case ZSCORE -> zscore(scores);
            case MINMAX -> minmax(scores);
            case RANK, RECIPROCAL_RANK -> {
                ScoreScale rank = meanRank(scores, sorted);
                yield score -> ofRank(rank.of(score), scores.length, settings);
            }
        };
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

    /** Standardised first: members' raw scales (counts, logits) differ by orders of magnitude. */
    private static ScoreScale softmax(float[] scores, double temperature) {
        ScoreScale standard = zscore(scores);
        float top = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            top = Math.max(top, score);
        }
        double highest = standard.of(top);
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp((standard.of(score) - highest) / temperature);
        }
        return softmax(standard, top, sum, temperature);
    }

    /**
     * By softmax of standardised scores.
     *
     * @param top the highest score
     * @param total Σ e^((z − z of top) / T) over all scores
     */
    static ScoreScale softmax(ScoreScale standard, double top, double total, double temperature) {
        double highest = standard.of((float) top);
        return score -> Math.exp((standard.of(score) - highest) / temperature) / total;
    }

    static ScoreScale zscore(float[] scores) {
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        double mean = sum / Math.max(1, scores.length);
        return zscore(mean, ScoreFacts.deviation(scores, mean));
    }

    /** All zero when the deviation is, that is, when all scores are the same. */
    static ScoreScale zscore(double mean, double deviation) {
        return deviation == 0 ? score -> 0 : score -> (score - mean) / deviation;
    }

    static ScoreScale minmax(float[] scores) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            low = Math.min(low, score);
            high = Math.max(high, score);
        }
        return minmax(low, high);
    }

    /** All zero when all scores are the same. */
    static ScoreScale minmax(double low, double high) {
        double range = high - low;
        return range > 0 ? score -> (score - low) / range : score -> 0;
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
