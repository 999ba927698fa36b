package org.amalgam.model.gan;

import java.util.Arrays;
import org.amalgam.model.network.FastMath;

/** Cross-entropy of targets among rows, and its gradient by the scores. */
final class RowSoftmax {

    private RowSoftmax() {}

    /**
     * Turns scores into gradients of the mean cross-entropy, in place: (p − 1 at the target) / n.
     *
     * @param scores [rows × n]
     * @param targets row of each case's target
     * @return the mean cross-entropy
     */
    static double gradient(float[] scores, int rows, int[] targets) {
        int n = targets.length;
        float[] most = new float[n];
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < n; i++) {
                most[i] = Math.max(most[i], scores[row * n + i]);
            }
        }
        double loss = 0;
        for (int i = 0; i < n; i++) {
            loss += most[i] - scores[targets[i] * n + i];
        }
        float[] sums = new float[n];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < n; i++) {
                float value = FastMath.exp(scores[row * n + i] - most[i]);
                scores[row * n + i] = value;
                sums[i] += value;
            }
        }
        float[] factors = new float[n];
        for (int i = 0; i < n; i++) {
            loss += Math.log(sums[i]);
            factors[i] = 1 / (sums[i] * n);
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < n; i++) {
                scores[row * n + i] *= factors[i];
            }
        }
        for (int i = 0; i < n; i++) {
            scores[targets[i] * n + i] -= 1f / n;
        }
        return loss / n;
    }
}
