package org.amalgam.fusion;

import java.util.Arrays;
import org.amalgam.kernel.DoubleMath;

/**
 * Scores standardised, or brought to [0, 1]: (score − zero) / unit; all zero where the unit is.
 *
 * @param unit ≥ 0; 0 when all scores are the same
 */
record LinearScale(double zero, double unit) implements ScoreScale {

    @Override
    public double of(float score) {
        return unit == 0 ? 0 : (score - zero) / unit;
    }

    @Override
    public void fill(float[] scores, double[] values) {
        if (unit == 0) {
            Arrays.fill(values, 0, scores.length, 0);
            return;
        }
        DoubleMath.widen(scores, scores.length, values);
        DoubleMath.scale(values, scores.length, zero, unit);
    }
}
