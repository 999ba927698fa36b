package org.amalgam.model.cnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.amalgam.model.network.Cubes;
import org.amalgam.model.network.PackedBatch;
import org.amalgam.model.network.Toy;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class CnnEncoderTest {

    private static final int WIDTH = 16;
    private static final float TOLERANCE = 1e-4f;

    private final CnnEncoder encoder = new CnnEncoder(WIDTH, 5);
    private final PackedBatch batch = Toy.batch(30, 3);
    private final int size = batch.rows() * WIDTH;
    private final float[] inputs = Toy.gaussian(size, 0.8, 1);
    private final float[] upstream = Toy.gaussian(size, 0.5, 2);
    private final float[] queries = new float[size];
    private final float[] inputGradients = new float[size];

    @BeforeEach
    void pass() {
        encoder.forward(batch, inputs, queries, 0);
        encoder.backward(batch, upstream, inputGradients);
    }

    @AfterEach
    void close() {
        encoder.close();
    }

    @Test
    void queriesAreThoseOfDl4jsOwnLayers() {
        INDArray output = encoder.network().graph().output(Cubes.of(batch, inputs, WIDTH))[0];

        assertThat(Cubes.packed(batch, output, WIDTH)).containsExactly(queries, within(TOLERANCE));
    }

    @Test
    void gradientsAreThoseOfDl4jsOwnLayers() {
        CnnNetwork network = encoder.network();
        ComputationGraph graph = network.graph();
        graph.feedForward(new INDArray[] {Cubes.of(batch, inputs, WIDTH)}, true, false);
        var reference = graph.backpropGradient(Cubes.of(batch, upstream, WIDTH));

        for (int l = 0; l < CnnNetwork.BLOCKS; l++) {
            String layer = "convolution-" + l;
            assertThat(network.arrange(reference.getGradientFor(layer + "_W")))
                    .as(layer)
                    .containsExactly(encoder.block(l).weightGradient, within(TOLERANCE));
            assertThat(reference.getGradientFor(layer + "_b").dup('c').data().asFloat())
                    .as(layer)
                    .containsExactly(encoder.block(l).biasGradient, within(TOLERANCE));
        }
    }

    @Test
    void gradientsAgreeWithDifferencesOfTheForwardPass() {
        for (int l = 0; l < CnnNetwork.BLOCKS; l++) {
            CausalBlock block = encoder.block(l);
            for (int i = 0; i < block.weights.length; i += 37) {
                assertThat(block.weightGradient[i])
                        .as("block " + l + " weight " + i)
                        .isCloseTo(difference(block.weights, i), within(2e-2f));
            }
        }
        for (int i = 0; i < size; i += 11) {
            assertThat(inputGradients[i]).isCloseTo(difference(inputs, i), within(2e-2f));
        }
    }

    @Test
    void servesTheSameQueriesAloneAndTogether() {
        Toy.assertServesSessions(encoder.queryEncoder(), batch, inputs, queries, WIDTH);
    }

    /** Central difference of Σ upstream · query. */
    private float difference(float[] values, int at) {
        float kept = values[at];
        float e = 1e-3f;
        values[at] = kept + e;
        double above = objective();
        values[at] = kept - e;
        double below = objective();
        values[at] = kept;
        return (float) ((above - below) / (2 * e));
    }

    private double objective() {
        float[] moved = new float[size];
        encoder.forward(batch, inputs, moved, 0);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += (double) moved[i] * upstream[i];
        }
        return sum;
    }
}
