package org.amalgam.fusion;

import org.amalgam.kernel.DoubleMath;

/**
 * Softmax of standardised scores: e^((z − highest) / T) / total. Standardised first, for members'
 * raw scales (counts, logits) differ by orders of magnitude.
 *
 * @param highest the highest standardised score
 * @param total Σ e^((z − highest) / T) over all scores
 */
record SoftmaxScale(LinearScale standard, double highest, double temperature, double total)
        implements ScoreScale {

    /**
     * The scale of these scores.
     *
     * @param values filled with what it makes of them
     */
    static SoftmaxScale filling(float[] scores, double temperature, double[] values) {
        int items = scores.length;
        LinearScale standard = ScoreScale.zscore(scores);
        double highest = standard.of(ScoreScale.high(scores));
        standard.fill(scores, values);
        DoubleMath.scale(values, items, highest, temperature);
        DoubleMath.exp(values, items);
        double total = DoubleMath.sum(values, items);
        DoubleMath.scale(values, items, 0, total);
        return new SoftmaxScale(standard, highest, temperature, total);
    }

    @Override
    public double of(float score) {
        return DoubleMath.exp((standard.of(score) - highest) / temperature) / total;
    }
}
