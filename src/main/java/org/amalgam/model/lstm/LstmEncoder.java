package org.amalgam.model.lstm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import org.amalgam.model.network.Adagrad;
import org.amalgam.model.network.FloatArrays;
import org.amalgam.model.network.PackedBatch;
import org.amalgam.model.network.QueryEncoder;
import org.amalgam.model.network.SessionEncoder;

/**
 * One LSTM layer over sessions. The parameters are those of {@link LstmNetwork}, copied to plain
 * arrays; DL4J's own loop is 2–8 times slower at batches of a training step's size.
 */
final class LstmEncoder implements SessionEncoder {

    private final int gateWidth;
    private final LstmPass pass;
    private final LstmWeights gradients;
    private final Adagrad inputOptimiser;
    private final Adagrad recurrentOptimiser;
    private final Adagrad biasOptimiser;
    private LstmNetwork network;
    private LstmWeights weights;

    LstmEncoder(int width, long seed) {
        this.gateWidth = 4 * width;
        this.pass = new LstmPass(width);
        this.gradients = LstmWeights.zero(width);
        this.inputOptimiser = new Adagrad(gradients.input.length);
        this.recurrentOptimiser = new Adagrad(gradients.recurrent.length);
        this.biasOptimiser = new Adagrad(gradients.bias.length);
        take(LstmNetwork.create(width, seed));
    }

    private void take(LstmNetwork source) {
        network = source;
        weights =
                new LstmWeights(
                        source.parameter("W"), source.parameter("RW"), source.parameter("b"));
    }

    @Override
    public void forward(PackedBatch batch, float[] inputs, float[] queries, long step) {
        pass.forward(batch, weights, inputs, queries);
    }

    @Override
    public void backward(PackedBatch batch, float[] queryGradients, float[] inputGradients) {
        pass.backward(batch, queryGradients, inputGradients, gradients);
    }

    /**
     * Two products of rows by [d × 4d], each with two for its gradients; the first step has one.
     */
    @Override
    public double flops(PackedBatch batch) {
        double rows = 2.0 * batch.rows() - batch.rowsAt(0);
        return 6.0 * rows * gateWidth * (gateWidth / 4.0);
    }

    @Override
    public void update(float rate, float momentum) {
        inputOptimiser.update(weights.input, gradients.input, rate, momentum);
        recurrentOptimiser.update(weights.recurrent, gradients.recurrent, rate, momentum);
        biasOptimiser.update(weights.bias, gradients.bias, rate, momentum);
    }

    @Override
    public QueryEncoder queryEncoder() {
        return new LstmQueries(gateWidth / 4, this::weights);
    }

    /** The DL4J network with the current parameters. */
    LstmNetwork network() {
        network.setParameter("W", weights.input);
        network.setParameter("RW", weights.recurrent);
        network.setParameter("b", weights.bias);
        return network;
    }

    /** The parameters themselves, not a copy. */
    LstmWeights weights() {
        return weights;
    }

    /** As the last {@link #backward} left them. */
    LstmWeights gradients() {
        return gradients;
    }

    @Override
    public void saveNetworks(Path directory) throws IOException {
        network().save(directory);
    }

    @Override
    public void loadNetworks(Path directory) throws IOException {
        take(LstmNetwork.load(directory));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        inputOptimiser.write(out);
        recurrentOptimiser.write(out);
        biasOptimiser.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        inputOptimiser.read(in);
        recurrentOptimiser.read(in);
        biasOptimiser.read(in);
    }

    @Override
    public void writeParameters(DataOutput out) throws IOException {
        for (float[] parameters : weights.all()) {
            FloatArrays.write(out, parameters);
        }
    }

    @Override
    public void readParameters(DataInput in) throws IOException {
        for (float[] parameters : weights.all()) {
            FloatArrays.read(in, parameters);
        }
    }

    @Override
    public void close() {
        pass.close();
    }
}
