package org.amalgam.model.gan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import org.amalgam.model.network.FloatArrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A dense DL4J network trained from outside: rows forward, their gradients backward, Adam. DL4J
 * defines and stores it; the passes over rows are {@link DensePass}', and the steps {@link
 * DenseAdam}'s. Never calls {@code clear()}, which would silently drop Adam's state.
 */
final class DenseNet implements AutoCloseable {

    private final DensePass pass;
    private MultiLayerNetwork network;
    private DenseParameters parameters;
    private DenseAdam adam;

    private DenseNet(MultiLayerNetwork network) {
        this.pass = DensePass.of(network);
        use(network);
    }

    private void use(MultiLayerNetwork other) {
        network = other;
        if (network.getFlattenedGradients() == null) {
            network.initGradientsView();
        }
        parameters = new DenseParameters(network);
        adam = new DenseAdam(network);
        pass.take(parameters.values());
    }

    /** (in) → dense, batch norm, tanh → (hidden) → dense → (out). */
    static DenseNet generator(int in, int hidden, int out, long seed, Adam adam) {
        return of(
                seed,
                adam,
                dense(in, hidden, Activation.IDENTITY),
                // useLogStd(false) keeps the running variance itself among the parameters.
                new BatchNormalization.Builder()
                        .nIn(hidden)
                        .nOut(hidden)
                        .decay(0.99)
                        .eps(NormStage.EPSILON)
                        .useLogStd(false)
                        .build(),
                new ActivationLayer(Activation.TANH),
                // Zero at first: the generator starts by repeating the last step.
                new DenseLayer.Builder()
                        .nIn(hidden)
                        .nOut(out)
                        .activation(Activation.IDENTITY)
                        .weightInit(WeightInit.ZERO)
                        .build());
    }

    /** (in) → dense, batch norm, tanh → (hidden). */
    static DenseNet contentLayer(int in, int hidden, long seed, Adam adam) {
        return of(
                seed,
                adam,
                dense(in, hidden, Activation.IDENTITY),
                new BatchNormalization.Builder()
                        .nIn(hidden)
                        .nOut(hidden)
                        .decay(0.9)
                        .eps(NormStage.EPSILON)
                        .useLogStd(false)
                        .build(),
                new ActivationLayer(Activation.TANH));
    }

    /** (hidden) → dense, tanh → (hidden) → dense → (out). */
    static DenseNet rowLayers(int hidden, int out, long seed, Adam adam) {
        return of(
                seed,
                adam,
                dense(hidden, hidden, Activation.TANH),
                dense(hidden, out, Activation.IDENTITY));
    }

    /** (in) → dense, leaky ReLU → (hidden) → dense → one score. */
    static DenseNet discriminator(int in, int hidden, long seed, Adam adam) {
        return of(
                seed,
                adam,
                dense(in, hidden, Activation.LEAKYRELU),
                dense(hidden, 1, Activation.IDENTITY));
    }

    private static DenseLayer dense(int in, int out, Activation activation) {
        return new DenseLayer.Builder().nIn(in).nOut(out).activation(activation).build();
    }

    private static DenseNet of(long seed, Adam adam, Layer... layers) {
        var network =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .seed(seed)
                                .updater(adam)
                                .weightInit(WeightInit.XAVIER_UNIFORM)
                                .trainingWorkspaceMode(WorkspaceMode.NONE)
                                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                                .list(layers)
                                .build());
        network.init();
        return new DenseNet(network);
    }

    /** The last layer's rows; in training with statistics of the batch. */
    float[] forward(float[] rows, int count, boolean training) {
        return pass.forward(rows, count, training);
    }

    /** Gradients of the rows of the last {@link #forward} in training. */
    float[] backward(float[] gradients, int count) {
        return pass.backward(gradients, count);
    }

    /** See {@link PassStage#trainingIsOver}. */
    void trainingIsOver() {
        pass.trainingIsOver();
    }

    /** Moves the parameters by the gradients of the last {@link #backward}. */
    void update(float factor) {
        adam.update(parameters.values(), pass.gradients(), factor);
        pass.take(parameters.values());
    }

    /** All parameters layer by layer, as DL4J lays them out: weights are column-major. */
    float[] parameters() {
        return parameters.values().clone();
    }

    /** The network itself with the current parameters and Adam's state. */
    MultiLayerNetwork network() {
        parameters.store(network);
        adam.store(network);
        return network;
    }

    /** Of all parameters, as the last {@link #backward} left them. */
    float[] gradients() {
        return pass.gradients();
    }

    /** A parameter such as {@code 0_W}, row-major. */
    float[] parameter(String key) {
        return parameters.get(key);
    }

    void setParameter(String key, float[] values) {
        parameters.set(key, values);
        pass.take(parameters.values());
    }

    int updates() {
        return adam.steps();
    }

    void setUpdates(int count) {
        adam.setSteps(count);
    }

    void save(Path file) throws IOException {
        ModelSerializer.writeModel(network(), file.toFile(), true);
    }

    void load(Path file) throws IOException {
        use(ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true));
    }

    /** Writes the parameters and Adam's state. */
    void writeState(DataOutput out) throws IOException {
        FloatArrays.write(out, parameters.values());
        adam.write(out);
    }

    /** Reads what {@link #writeState} wrote for a network of the same layers. */
    void readState(DataInput in) throws IOException {
        FloatArrays.read(in, parameters.values());
        adam.read(in);
        pass.take(parameters.values());
    }

    /** DL4J's own memory is left to the garbage collector. */
    @Override
    public void close() {
        pass.close();
    }
}
