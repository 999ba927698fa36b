package org.amalgam.model.gan;

import java.util.Arrays;

/**
 * Keeps a weight matrix's largest singular value at 1 or below, by one power iteration a call. A
 * projection after each update, for DL4J's layers cannot divide by it inside the forward pass as
 * Miyato et al. (2018) do.
 */
final class SpectralNorm {

    private final int rows;
    private final int columns;
    private final float[] left;

    SpectralNorm(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.left = new float[rows];
        Arrays.fill(left, (float) (1 / Math.sqrt(rows)));
    }

    /** Scales a row-major matrix in place; returns the estimate of its largest singular value. */
    float project(float[] weights) {
        float[] right = new float[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                right[j] += left[i] * weights[i * columns + j];
            }
        }
        normalise(right);
        for (int i = 0; i < rows; i++) {
            float sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += weights[i * columns + j] * right[j];
            }
            left[i] = sum;
        }
        float sigma = normalise(left);
        if (sigma > 1) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= sigma;
            }
        }
        return sigma;
    }

    private static float normalise(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= Math.max(length, 1e-12f);
        }
        return length;
    }

    /** The vector from which the next iteration starts. */
    float[] state() {
        return left;
    }
}
