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
     * @param room for as many values; overwritten
     */
    static SoftmaxScale of(float[] scores, double temperature, double[] room) {
        LinearScale standard = ScoreScale.zscore(scores);
        double highest = standard.of(ScoreScale.high(scores));
        SoftmaxScale unscaled = new SoftmaxScale(standard, highest, temperature, 1);
        unscaled.fillTerms(scores, room);
        double total = DoubleMath.sum(room, scores.length);
        return new SoftmaxScale(standard, highest, temperature, total);
    }

    @Override
    public double of(float score) {
        return DoubleMath.exp((standard.of(score) - highest) / temperature) / total;
    }

    @Override
    public void fill(float[] scores, double[] values) {
        fillTerms(scores, values);
        DoubleMath.scale(values, scores.length, 0, total);
    }

    private void fillTerms(float[] scores, double[] values) {
        standard.fill(scores, values);
        DoubleMath.scale(values, scores.length, highest, temperature);
        DoubleMath.exp(values, scores.length);
    }
}
