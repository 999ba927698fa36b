package org.amalgam.model.cnn;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Residual causal convolutions as DL4J defines, initialises and stores them: block l adds to its
 * input the rectified convolution of {@link #TAPS} steps that lie 2^l apart.
 */
final class CnnNetwork {

    /** Convolutions on top of each other; together they see 7 steps. */
    static final int BLOCKS = 2;

    /** Width of each filter in steps. */
    static final int TAPS = 3;

    private static final String FILE = "cnn.zip";

    private final ComputationGraph graph;
    private final int width;

    private CnnNetwork(ComputationGraph graph, int width) {
        this.graph = graph;
        this.width = width;
    }

    static int dilation(int block) {
        return 1 << block;
    }

    static CnnNetwork create(int width, long seed) {
        GraphBuilder builder =
                new NeuralNetConfiguration.Builder()
                        .seed(seed)
                        .weightInit(WeightInit.XAVIER_UNIFORM)
                        .trainingWorkspaceMode(WorkspaceMode.NONE)
                        .inferenceWorkspaceMode(WorkspaceMode.NONE)
                        .graphBuilder()
                        .addInputs("sum-0");
        for (int block = 0; block < BLOCKS; block++) {
            String below = "sum-" + block;
            builder.addLayer("convolution-" + block, convolution(width, block), below)
                    .addVertex(
                            "sum-" + (block + 1),
                            new ElementWiseVertex(ElementWiseVertex.Op.Add),
                            below,
                            "convolution-" + block);
        }
        var graph =
                new ComputationGraph(
                        // A graph's errors can only enter through a layer.
                        builder.addLayer(
                                        "query",
                                        new ActivationLayer(Activation.IDENTITY),
                                        "sum-" + BLOCKS)
                                .setOutputs("query")
                                .setInputTypes(InputType.recurrent(width, RNNFormat.NCW))
                                .build());
        graph.init();
        return new CnnNetwork(graph, width);
    }

    private static Convolution1DLayer convolution(int width, int block) {
        return new Convolution1DLayer.Builder()
                .nIn(width)
                .nOut(width)
                .kernelSize(TAPS)
                .dilation(dilation(block))
                .convolutionMode(ConvolutionMode.Causal)
                .activation(Activation.RELU)
                .build();
    }

    static CnnNetwork load(Path directory, int width) throws IOException {
        return new CnnNetwork(
                ModelSerializer.restoreComputationGraph(directory.resolve(FILE).toFile(), false),
                width);
    }

    void save(Path directory) throws IOException {
        ModelSerializer.writeModel(graph, directory.resolve(FILE).toFile(), false);
    }

    /** A block's weights as [taps, in, out], row-major, tap 0 being the current step. */
    float[] weights(int block) {
        return arrange(graph.getParam("convolution-" + block + "_W"));
    }

    /**
     * DL4J's weights, or their gradient, in the order of {@link #weights}, and back. Whatever shape
     * DL4J declares, its convolution reads the memory as [taps, in, out] with the current step last
     * (settled by the parity test).
     */
    float[] arrange(INDArray stored) {
        return reverseTaps(stored.dup('c').data().asFloat());
    }

    void setWeights(int block, float[] weights) {
        INDArray stored = graph.getParam("convolution-" + block + "_W");
        stored.assign(Nd4j.create(reverseTaps(weights), stored.shape(), 'c'));
    }

    private float[] reverseTaps(float[] weights) {
        int square = width * width;
        float[] reversed = new float[weights.length];
        for (int tap = 0; tap < TAPS; tap++) {
            System.arraycopy(weights, tap * square, reversed, (TAPS - 1 - tap) * square, square);
        }
        return reversed;
    }

    float[] bias(int block) {
        return graph.getParam("convolution-" + block + "_b").dup('c').data().asFloat();
    }

    void setBias(int block, float[] bias) {
        INDArray stored = graph.getParam("convolution-" + block + "_b");
        stored.assign(Nd4j.create(bias, stored.shape(), 'c'));
    }

    /** For comparison with DL4J's own passes. */
    ComputationGraph graph() {
        return graph;
    }
}
