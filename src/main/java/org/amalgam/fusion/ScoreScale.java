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
            case RANK -> {
                int others = Math.max(1, scores.length - 1);
                ScoreScale rank = meanRank(scores, sorted);
                yield score -> (scores.length - rank.of(score)) / others;
            }
            case RECIPROCAL_RANK -> {
                double constant = settings.rankConstant();
                ScoreScale rank = meanRank(scores, sorted);
                yield score -> 1 / (constant + rank.of(score));
            }
        };
    }

    /** Standardised first: members' raw scales (counts, logits) differ by orders of magnitude. */
    private static ScoreScale softmax(float[] scores, double temperature) {
        ScoreScale standard = zscore(scores);
        double top = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            top = Math.max(top, standard.of(score));
        }
        double highest = top;
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp((standard.of(score) - highest) / temperature);
        }
        double total = sum;
        return score -> Math.exp((standard.of(score) - highest) / temperature) / total;
    }

    /** All zero when all scores are the same. */
    private static ScoreScale zscore(float[] scores) {
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        double mean = sum / Math.max(1, scores.length);
        double squares = 0;
        for (float score : scores) {
            squares += (score - mean) * (score - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, scores.length));
        double tiny = 1e-12 * Math.max(1, Math.abs(mean));
        return deviation <= tiny ? score -> 0 : score -> (score - mean) / deviation;
    }

    /** All zero when all scores are the same. */
    private static ScoreScale minmax(float[] scores) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            low = Math.min(low, score);
            high = Math.max(high, score);
        }
        double least = low;
        double range = high - low;
        return range > 0 ? score -> (score - least) / range : score -> 0;
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
