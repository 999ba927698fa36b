package org.amalgam.model.lstm;

import java.util.Arrays;
import org.amalgam.model.network.FastMath;

/**
 * The elementwise part of an LSTM: gates a (tanh), f, o, i (sigmoid) of d values each, in this
 * order; c = f·c′ + i·a; h = o·tanh(c). All arrays are row-major.
 */
final class LstmCell {

    private final int width;

    LstmCell(int width) {
        this.width = width;
    }

    /**
     * One row's step forward.
     *
     * @param gates [.., 4d] before activation, after it on return
     * @param before the row of {@code cells} one step earlier, or −1 for none
     */
    void forward(
            float[] gates, float[] cells, float[] squashed, float[] hidden, int row, int before) {
        int g = row * 4 * width;
        FastMath.tanh(gates, g, gates, g, width);
        FastMath.sigmoid(gates, g + width, 3 * width);
        int at = row * width;
        int f = g + width;
        int o = f + width;
        int i = o + width;
        if (before < 0) {
            for (int j = 0; j < width; j++) {
                cells[at + j] = gates[i + j] * gates[g + j];
            }
        } else {
            int was = before * width;
            for (int j = 0; j < width; j++) {
                cells[at + j] = gates[f + j] * cells[was + j] + gates[i + j] * gates[g + j];
            }
        }
        FastMath.tanh(cells, at, squashed, at, width);
        for (int j = 0; j < width; j++) {
            hidden[at + j] = gates[o + j] * squashed[at + j];
        }
    }

    /**
     * One row's step backward.
     *
     * @param gates after activation
     * @param hiddenGradient gradient of h, [.., d]
     * @param cellGradient at {@code slot}: gradient of c from the step after; of c′ on return
     * @param gateGradients filled: gradients before activation
     */
    void backward(
            float[] gates,
            float[] cells,
            float[] squashed,
            int row,
            int before,
            float[] hiddenGradient,
            float[] cellGradient,
            int slot,
            float[] gateGradients) {
        int a = row * 4 * width;
        int f = a + width;
        int o = f + width;
        int i = o + width;
        int at = row * width;
        int carried = slot * width;
        for (int j = 0; j < width; j++) {
            float dh = hiddenGradient[at + j];
            float out = gates[o + j];
            float t = squashed[at + j];
            gateGradients[o + j] = dh * t * out * (1f - out);
            cellGradient[carried + j] += dh * out * (1f - t * t);
        }
        if (before < 0) {
            Arrays.fill(gateGradients, f, f + width, 0f);
        } else {
            int was = before * width;
            for (int j = 0; j < width; j++) {
                float forget = gates[f + j];
                gateGradients[f + j] =
                        cellGradient[carried + j] * cells[was + j] * forget * (1f - forget);
            }
        }
        for (int j = 0; j < width; j++) {
            float dc = cellGradient[carried + j];
            float block = gates[a + j];
            float in = gates[i + j];
            gateGradients[a + j] = dc * in * (1f - block * block);
            gateGradients[i + j] = dc * block * in * (1f - in);
            cellGradient[carried + j] = dc * gates[f + j];
        }
    }
}
