package org.amalgam.model.gan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A dense DL4J network trained from outside: rows forward, their gradients backward, Adam. Never
 * calls {@code clear()}, which would silently drop Adam's state.
 */
final class DenseNet {

    /** Added to variances by batch norm. */
    static final float BATCH_NORM_EPSILON = 1e-5f;

    /** What the generator's batch norm keeps of its running statistics in a step. */
    static final float GENERATOR_DECAY = 0.99f;

    private static final LayerWorkspaceMgr WORKSPACES = LayerWorkspaceMgr.noWorkspaces();

    private MultiLayerNetwork network;
    private Gradient gradient;
    private int updates;

    private DenseNet(MultiLayerNetwork network) {
        this.network = network;
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
                        .decay(GENERATOR_DECAY)
                        .eps(BATCH_NORM_EPSILON)
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
        INDArray input = matrix(rows, count);
        network.setInput(input);
        List<INDArray> activations = network.feedForward(training, false);
        return rows(activations.get(activations.size() - 1));
    }

    /** Gradients of the rows of the last {@link #forward} in training. */
    float[] backward(float[] gradients, int count) {
        Pair<Gradient, INDArray> pair =
                network.backpropGradient(matrix(gradients, count), WORKSPACES);
        gradient = pair.getFirst();
        return rows(pair.getSecond());
    }

    /** Moves the parameters by the gradients of the last {@link #backward}. */
    void update(float factor) {
        network.getUpdater().update(network, gradient, updates++, 0, 1, WORKSPACES);
        INDArray step = gradient.gradient();
        network.params().subi(factor == 1f ? step : step.mul(factor));
    }

    /**
     * The same by gradients computed outside DL4J.
     *
     * @param gradients of all {@link #parameters}, in their order
     */
    void update(float[] gradients, float factor) {
        if (network.getFlattenedGradients() == null) {
            network.initGradientsView();
        }
        INDArray flat = network.getFlattenedGradients();
        flat.assign(Nd4j.create(gradients, flat.shape(), 'c'));
        gradient = new DefaultGradient(flat);
        update(factor);
    }

    /** All parameters layer by layer, as DL4J lays them out: weights are column-major. */
    float[] parameters() {
        return rows(network.params());
    }

    /** The last backward pass's gradients in the order of {@link #parameters}; for tests. */
    float[] gradients() {
        return rows(gradient.gradient());
    }

    private static INDArray matrix(float[] rows, int count) {
        return Nd4j.create(rows, new long[] {count, rows.length / count}, 'c');
    }

    private static float[] rows(INDArray matrix) {
        return matrix.dup('c').data().asFloat();
    }

    /** A parameter such as {@code 0_W}, row-major. */
    float[] parameter(String key) {
        return rows(network.getParam(key));
    }

    void setParameter(String key, float[] values) {
        INDArray parameter = network.getParam(key);
        parameter.assign(Nd4j.create(values, parameter.shape(), 'c'));
    }

    int updates() {
        return updates;
    }

    void setUpdates(int count) {
        updates = count;
    }

    void save(Path file) throws IOException {
        ModelSerializer.writeModel(network, file.toFile(), true);
    }

    void load(Path file) throws IOException {
        network = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);
    }
}
