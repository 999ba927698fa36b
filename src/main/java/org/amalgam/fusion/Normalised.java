package org.amalgam.fusion;

import java.util.Arrays;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.FusionSettings.Normalization;
import org.amalgam.kernel.DoubleMath;
import org.amalgam.kernel.FloatKernels;
import org.amalgam.kernel.FloatKernels.Extremes;

/**
 * One member's scores of one step made comparable with other members': a linear scale over floats.
 * Those are the scores themselves where the normalisation is linear; for softmax they are its
 * terms, and for ranks the ranks or their reciprocals.
 *
 * @param values by item; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a buffer, never compared
record Normalised(float[] values, LinearScale scale) {

    private static final FloatKernels KERNELS = FloatKernels.best();

    /**
     * Makes scores comparable.
     *
     * @param scores at least one, all finite
     * @param room for as many; filled, and part of the result, unless the normalisation is linear
     */
    static Normalised of(float[] scores, FusionSettings settings, float[] room) {
        int items = scores.length;
        return switch (settings.normalization()) {
            case MINMAX ->
                    new Normalised(scores, LinearScale.minmax(KERNELS.extremes(scores, items)));
            case ZSCORE -> standard(scores);
            case SOFTMAX -> softmax(scores, settings.temperature(), room);
            case RANK, RECIPROCAL_RANK -> ranks(scores, settings, room);
        };
    }

    /** Standardised scores. */
    static Normalised standard(float[] scores) {
        return new Normalised(scores, LinearScale.standard(KERNELS.moments(scores, scores.length)));
    }

    /**
     * Softmax of standardised scores: e^((z − highest z) / T) over its sum. Standardised first, for
     * members' raw scales (counts, logits) differ by orders of magnitude.
     */
    private static Normalised softmax(float[] scores, double temperature, float[] room) {
        int items = scores.length;
        Extremes ends = KERNELS.extremes(scores, items);
        LinearScale exponent =
                exponent(
                        ends.high(),
                        LinearScale.deviation(KERNELS.moments(scores, items)),
                        temperature);
        double total =
                KERNELS.exponentials(scores, items, exponent.zero(), exponent.inverse(), room);
        return new Normalised(room, LinearScale.inUnits(0, total));
    }

    /** What softmax is the exponential of. */
    static LinearScale exponent(double high, double deviation, double temperature) {
        return LinearScale.inUnits(high, deviation * temperature);
    }

    /** One term of softmax, as {@link FloatKernels#exponentials} gives it. */
    static float term(LinearScale exponent, float score) {
        return (float) DoubleMath.term((score - exponent.zero()) * exponent.inverse());
    }

    private static Normalised ranks(float[] scores, FusionSettings settings, float[] ranks) {
        meanRanks(scores, ranks);
        for (int i = 0; i < scores.length; i++) {
            ranks[i] = valueOfRank(ranks[i], settings);
        }
        return new Normalised(ranks, scaleOfRanks(scores.length, settings));
    }

    /** What the scale of ranks is over, by {@code RANK} or {@code RECIPROCAL_RANK}. */
    static float valueOfRank(float rank, FusionSettings settings) {
        return settings.normalization() == Normalization.RANK
                ? rank
                : (float) (1 / (settings.rankConstant() + rank));
    }

    /** The scale of values that {@link #valueOfRank} gave for so many items. */
    static LinearScale scaleOfRanks(int items, FusionSettings settings) {
        return settings.normalization() == Normalization.RANK
                ? LinearScale.inUnits(items, -Math.max(1, items - 1))
                : LinearScale.IDENTITY;
    }

    /** Rank from 1, the mean one for equal scores. */
    private static void meanRanks(float[] scores, float[] ranks) {
        int n = scores.length;
        float[] sorted = new float[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = scores[i] + 0f; // −0 becomes 0, which sorts and compares alike
        }
        Arrays.sort(sorted);
        for (int i = 0; i < n; i++) {
            int below = firstAbove(sorted, Math.nextDown(scores[i]));
            int above = n - firstAbove(sorted, scores[i]);
            ranks[i] = (float) (1 + above + (n - above - below - 1) / 2.0);
        }
    }

    private static int firstAbove(float[] sorted, float score) {
        int low = 0;
        int high = sorted.length;
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

    /** The value of an item. */
    double of(int item) {
        return scale.of(values[item]);
    }

    /** The weight times the value of an item. */
    double weighed(double weight, int item) {
        return scale.weighed(weight, values[item]);
    }
}
