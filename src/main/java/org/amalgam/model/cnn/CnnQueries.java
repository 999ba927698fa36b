package org.amalgam.model.cnn;

import static org.amalgam.model.network.FastMath.atLeast;

import org.amalgam.model.network.FastMath;
import org.amalgam.model.network.QueryEncoder;

/**
 * Queries of single sessions by a copy of the convolutions' parameters. Only those steps are
 * computed that the last one depends on.
 */
final class CnnQueries implements QueryEncoder {

    private static final int BLOCKS = CnnNetwork.BLOCKS;
    private static final int TAPS = CnnNetwork.TAPS;

    private final int width;
    private final CausalBlock[] source;
    private final float[][] weights = new float[BLOCKS][];
    private final float[][] bias = new float[BLOCKS][];
    private final float[][] between = new float[BLOCKS - 1][0];

    /**
     * @param source the blocks to copy
     */
    CnnQueries(int width, CausalBlock[] source) {
        this.width = width;
        this.source = source;
        for (int l = 0; l < BLOCKS; l++) {
            weights[l] = source[l].weights.clone();
            bias[l] = source[l].bias.clone();
        }
    }

    @Override
    public void refresh() {
        for (int l = 0; l < BLOCKS; l++) {
            System.arraycopy(source[l].weights, 0, weights[l], 0, weights[l].length);
            System.arraycopy(source[l].bias, 0, bias[l], 0, width);
        }
    }

    @Override
    public void encode(float[] inputs, int steps, float[] query) {
        float[] below = inputs;
        int reach = 0;
        for (int l = 1; l < BLOCKS; l++) {
            reach += (TAPS - 1) * CnnNetwork.dilation(l);
        }
        for (int l = 0; l < BLOCKS - 1; l++) {
            between[l] = atLeast(between[l], steps * width);
            for (int t = Math.max(0, steps - 1 - reach); t < steps; t++) {
                step(l, below, t, between[l], t * width);
            }
            reach -= (TAPS - 1) * CnnNetwork.dilation(l + 1);
            below = between[l];
        }
        step(BLOCKS - 1, below, steps - 1, query, 0);
    }

    /** The output of one step of one block into {@code output[outAt]} on. */
    private void step(int l, float[] inputs, int step, float[] output, int outAt) {
        int dilation = CnnNetwork.dilation(l);
        System.arraycopy(bias[l], 0, output, outAt, width);
        for (int tap = 0; tap < TAPS && step - tap * dilation >= 0; tap++) {
            int row = (step - tap * dilation) * width;
            int from = tap * width * width;
            FastMath.addProduct(inputs, row, width, weights[l], from, width, output, outAt);
        }
        for (int j = 0; j < width; j++) {
            output[outAt + j] = inputs[step * width + j] + Math.max(0f, output[outAt + j]);
        }
    }
}
