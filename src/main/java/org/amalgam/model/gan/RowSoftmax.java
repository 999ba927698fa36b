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
        // Rows are copied aside, for only loops over one index become vector code.
        float[] line = new float[n];
        float[] most = new float[n];
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(scores, row * n, line, 0, n);
            for (int i = 0; i < n; i++) {
                most[i] = Math.max(most[i], line[i]);
            }
        }
        double loss = 0;
        for (int i = 0; i < n; i++) {
            loss += most[i] - scores[targets[i] * n + i];
        }
        float[] sums = new float[n];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(scores, row * n, line, 0, n);
            for (int i = 0; i < n; i++) {
                line[i] -= most[i];
            }
            FastMath.exp(line, 0, n);
            for (int i = 0; i < n; i++) {
                sums[i] += line[i];
            }
            System.arraycopy(line, 0, scores, row * n, n);
        }
        float[] factors = new float[n];
        for (int i = 0; i < n; i++) {
            loss += Math.log(sums[i]);
            factors[i] = 1 / (sums[i] * n);
        }
        for (int row = 0; row < rows; row++) {
            System.arraycopy(scores, row * n, line, 0, n);
            for (int i = 0; i < n; i++) {
                line[i] *= factors[i];
            }
            System.arraycopy(line, 0, scores, row * n, n);
        }
        for (int i = 0; i < n; i++) {
            scores[targets[i] * n + i] -= 1f / n;
        }
        return loss / n;
    }
}
