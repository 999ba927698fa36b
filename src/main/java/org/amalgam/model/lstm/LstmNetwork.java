package org.amalgam.model.lstm;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The LSTM layer as DL4J defines, initialises and stores it. Its gates stand in the order block
 * input (tanh), forget, output, input modulation (all sigmoid), each d columns wide.
 */
final class LstmNetwork {

    private static final String FILE = "lstm.zip";

    private final MultiLayerNetwork network;

    private LstmNetwork(MultiLayerNetwork network) {
        this.network = network;
    }

    static LstmNetwork create(int width, long seed) {
        var network =
                new MultiLayerNetwork(
                        new NeuralNetConfiguration.Builder()
                                .seed(seed)
                                .weightInit(WeightInit.XAVIER_UNIFORM)
                                .trainingWorkspaceMode(WorkspaceMode.NONE)
                                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                                .list()
                                .layer(
                                        new LSTM.Builder()
                                                .nIn(width)
                                                .nOut(width)
                                                .activation(Activation.TANH)
                                                .gateActivationFunction(Activation.SIGMOID)
                                                .forgetGateBiasInit(1)
                                                .build())
                                .setInputType(InputType.recurrent(width, RNNFormat.NCW))
                                .build());
        network.init();
        return new LstmNetwork(network);
    }

    static LstmNetwork load(Path directory) throws IOException {
        return new LstmNetwork(
                ModelSerializer.restoreMultiLayerNetwork(directory.resolve(FILE).toFile(), false));
    }

    void save(Path directory) throws IOException {
        ModelSerializer.writeModel(network, directory.resolve(FILE).toFile(), false);
    }

    /** A parameter ({@code W}, {@code RW} or {@code b}) as a row-major array. */
    float[] parameter(String key) {
        return network.getParam("0_" + key).dup('c').data().asFloat();
    }

    void setParameter(String key, float[] values) {
        INDArray parameter = network.getParam("0_" + key);
        parameter.assign(Nd4j.create(values, parameter.shape(), 'c'));
    }

    /** For comparison with DL4J's own passes. */
    MultiLayerNetwork network() {
        return network;
    }
}
