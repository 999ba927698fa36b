package org.amalgam.model.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.amalgam.config.NetworkSettings.Loss;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.network.NetworkMember;
import org.amalgam.model.network.PackedBatch;
import org.amalgam.model.network.Toy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GanEncoderTest {

    private static final int WIDTH = 8;

    private final GanEncoder encoder = new GanEncoder(WIDTH, 3, 0.1, 1f);
    private final PackedBatch batch = Toy.batch(30, 3);
    private final int size = batch.rows() * WIDTH;
    private final float[] inputs = Toy.gaussian(size, 0.8, 1);
    private final float[] upstream = Toy.gaussian(size, 0.5, 2);

    /** The generator's output starts at zero; after some steps everything in it counts. */
    @BeforeEach
    void takeSomeSteps() {
        for (int i = 0; i < 200; i++) {
            encoder.forward(batch, inputs, new float[size], i);
            encoder.backward(batch, upstream, new float[size]);
            encoder.update(0.1f, 0f);
        }
    }

    @Test
    void gradientsAgreeWithDifferencesOfTheForwardPass() {
        float[] gradients = new float[size];
        objective();
        encoder.backward(batch, upstream, gradients);

        for (int i = 0; i < size; i += 5) {
            float kept = inputs[i];
            inputs[i] = kept + 5e-3f;
            double above = objective();
            inputs[i] = kept - 5e-3f;
            double below = objective();
            inputs[i] = kept;
            float difference = (float) ((above - below) / 1e-2);
            assertThat(gradients[i]).as("input " + i).isCloseTo(difference, within(2e-2f));
        }
    }

    private double objective() {
        float[] queries = new float[size];
        encoder.forward(batch, inputs, queries, 4);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += (double) queries[i] * upstream[i];
        }
        return sum;
    }

    @Test
    void noiseIsThereInTrainingAndGoneInServing() {
        float[] one = new float[size];
        float[] other = new float[size];
        encoder.forward(batch, inputs, one, 4);
        encoder.forward(batch, inputs, other, 5);
        assertThat(one).isNotEqualTo(other);

        encoder.forward(batch, inputs, one, -1);
        encoder.forward(batch, inputs, other, -1);
        assertThat(one).containsExactly(other);
    }

    @Test
    void servesTheSameQueriesAloneAndTogether() {
        float[] queries = new float[size];
        encoder.forward(batch, inputs, queries, 4);
        encoder.backward(batch, upstream, new float[size]);
        encoder.update(0.1f, 0f);
        encoder.forward(batch, inputs, queries, -1);

        Toy.assertServesSessions(encoder.queryEncoder(), batch, inputs, queries, WIDTH);
    }

    @Test
    void trainingLeavesHealthFigures() {
        try (NetworkMember member = GanMember.create(Toy.settings(Loss.CROSS_ENTROPY), 1)) {
            member.train(Toy.grammar(40, 40, 11), TaskMonitor.silent());

            GanHealth health = ((GanEncoder) member.encoder().orElseThrow()).health();
            assertThat(health).isNotEqualTo(GanHealth.unknown());
            assertThat(health.spreadRatio()).isBetween(0.2f, 5f);
            assertThat(health.discriminatorAccuracy()).isBetween(0.3f, 1f);
        }
    }
}
