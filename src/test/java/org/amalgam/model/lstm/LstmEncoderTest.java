package org.amalgam.model.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.amalgam.model.network.Cubes;
import org.amalgam.model.network.PackedBatch;
import org.amalgam.model.network.Toy;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

class LstmEncoderTest {

    private static final int WIDTH = 16;
    private static final float TOLERANCE = 1e-4f;

    private final LstmEncoder encoder = new LstmEncoder(WIDTH, 5);
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
    void queriesAreThoseOfDl4jsOwnLayer() {
        INDArray output =
                encoder.network()
                        .network()
                        .feedForward(Cubes.of(batch, inputs, WIDTH), true)
                        .get(1);

        assertThat(Cubes.packed(batch, output, WIDTH)).containsExactly(queries, within(TOLERANCE));
    }

    @Test
    void gradientsAreThoseOfDl4jsOwnLayer() {
        var network = encoder.network().network();
        network.setInput(Cubes.of(batch, inputs, WIDTH));
        network.feedForward(true, false);
        Pair<Gradient, INDArray> reference =
                network.backpropGradient(
                        Cubes.of(batch, upstream, WIDTH), LayerWorkspaceMgr.noWorkspaces());

        assertThat(Cubes.packed(batch, reference.getSecond(), WIDTH))
                .containsExactly(inputGradients, within(TOLERANCE));
        String[] keys = {"0_W", "0_RW", "0_b"};
        for (int i = 0; i < keys.length; i++) {
            float[] gradient =
                    reference.getFirst().getGradientFor(keys[i]).dup('c').data().asFloat();
            assertThat(gradient)
                    .as(keys[i])
                    .containsExactly(encoder.gradients().all().get(i), within(TOLERANCE));
        }
    }

    @Test
    void gradientsAgreeWithDifferencesOfTheForwardPass() {
        List<float[]> gradients = encoder.gradients().all().stream().map(float[]::clone).toList();
        for (int which = 0; which < 3; which++) {
            float[] parameters = encoder.weights().all().get(which);
            for (int i = 0; i < parameters.length; i += 37) {
                assertThat(gradients.get(which)[i])
                        .as("parameter " + which + " entry " + i)
                        .isCloseTo(difference(parameters, i), within(2e-2f));
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
        float e = 5e-3f;
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
