package org.amalgam.model.cnn;

import static org.amalgam.model.network.FastMath.atLeast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import org.amalgam.model.network.FloatArrays;
import org.amalgam.model.network.PackedBatch;
import org.amalgam.model.network.QueryEncoder;
import org.amalgam.model.network.SessionEncoder;

/**
 * Residual causal convolutions over packed batches. The parameters are those of {@link CnnNetwork},
 * copied to plain arrays.
 */
final class CnnEncoder implements SessionEncoder {

    private static final int BLOCKS = CnnNetwork.BLOCKS;

    private final int width;
    private final CausalBlock[] blocks = new CausalBlock[BLOCKS];

    /** Between blocks: what flows up, and what flows down. */
    private final float[][] between = new float[BLOCKS - 1][0];

    private final float[][] gradients = new float[BLOCKS - 1][0];
    private CnnNetwork network;

    CnnEncoder(int width, long seed) {
        this.width = width;
        for (int l = 0; l < BLOCKS; l++) {
            blocks[l] = new CausalBlock(width, CnnNetwork.dilation(l));
        }
        take(CnnNetwork.create(width, seed));
    }

    private void take(CnnNetwork source) {
        network = source;
        for (int l = 0; l < BLOCKS; l++) {
            float[] weights = source.weights(l);
            System.arraycopy(weights, 0, blocks[l].weights, 0, weights.length);
            System.arraycopy(source.bias(l), 0, blocks[l].bias, 0, width);
        }
    }

    @Override
    public void forward(PackedBatch batch, float[] inputs, float[] queries, long step) {
        float[] below = inputs;
        for (int l = 0; l < BLOCKS; l++) {
            float[] above = queries;
            if (l < BLOCKS - 1) {
                between[l] = atLeast(between[l], batch.rows() * width);
                above = between[l];
            }
            blocks[l].forward(batch, below, above);
            below = above;
        }
    }

    @Override
    public void backward(PackedBatch batch, float[] queryGradients, float[] inputGradients) {
        float[] above = queryGradients;
        for (int l = BLOCKS - 1; l >= 0; l--) {
            float[] below = inputGradients;
            if (l > 0) {
                gradients[l - 1] = atLeast(gradients[l - 1], batch.rows() * width);
                below = gradients[l - 1];
            }
            blocks[l].backward(batch, above, below);
            above = below;
        }
    }

    @Override
    public double flops(PackedBatch batch) {
        return 6.0 * BLOCKS * CnnNetwork.TAPS * batch.rows() * width * width;
    }

    @Override
    public void update(float rate, float momentum) {
        for (CausalBlock block : blocks) {
            block.update(rate, momentum);
        }
    }

    @Override
    public QueryEncoder queryEncoder() {
        return new CnnQueries(width, blocks);
    }

    /** The DL4J network with the current parameters. */
    CnnNetwork network() {
        for (int l = 0; l < BLOCKS; l++) {
            network.setWeights(l, blocks[l].weights);
            network.setBias(l, blocks[l].bias);
        }
        return network;
    }

    CausalBlock block(int l) {
        return blocks[l];
    }

    @Override
    public void saveNetworks(Path directory) throws IOException {
        network().save(directory);
    }

    @Override
    public void loadNetworks(Path directory) throws IOException {
        take(CnnNetwork.load(directory, width));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (CausalBlock block : blocks) {
            block.write(out);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (CausalBlock block : blocks) {
            block.read(in);
        }
    }

    @Override
    public void writeParameters(DataOutput out) throws IOException {
        for (CausalBlock block : blocks) {
            FloatArrays.write(out, block.weights);
            FloatArrays.write(out, block.bias);
        }
    }

    @Override
    public void readParameters(DataInput in) throws IOException {
        for (CausalBlock block : blocks) {
            FloatArrays.read(in, block.weights);
            FloatArrays.read(in, block.bias);
        }
    }

    @Override
    public void close() {
        for (CausalBlock block : blocks) {
            block.close();
        }
    }
}
