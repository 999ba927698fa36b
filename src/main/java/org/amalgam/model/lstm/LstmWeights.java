package org.amalgam.model.lstm;

import java.util.List;

/**
 * The parameters of an LSTM layer of width d, or their gradients; row-major, gates in the order of
 * {@link LstmCell}.
 */
final class LstmWeights {

    /** [d × 4d]. */
    final float[] input;

    /** [d × 4d]. */
    final float[] recurrent;

    /** [4d]. */
    final float[] bias;

    LstmWeights(float[] input, float[] recurrent, float[] bias) {
        this.input = input;
        this.recurrent = recurrent;
        this.bias = bias;
    }

    static LstmWeights zero(int width) {
        int gates = 4 * width;
        return new LstmWeights(
                new float[width * gates], new float[width * gates], new float[gates]);
    }

    /** Takes over the values of others of the same width. */
    void copy(LstmWeights others) {
        System.arraycopy(others.input, 0, input, 0, input.length);
        System.arraycopy(others.recurrent, 0, recurrent, 0, recurrent.length);
        System.arraycopy(others.bias, 0, bias, 0, bias.length);
    }

    List<float[]> all() {
        return List.of(input, recurrent, bias);
    }
}
