package org.amalgam.model.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.amalgam.model.network.Toy;
import org.junit.jupiter.api.Test;

class DiscriminatorTest {

    private static final int CONTEXT = 6;
    private static final int WIDTH = 4;
    private static final int PAIRS = 64;

    @Test
    void learnsToTellGeneratedFromRealAndPointsToTheReal() {
        Discriminator discriminator = new Discriminator(CONTEXT, WIDTH, 5);
        float[] contexts = Toy.gaussian(PAIRS * CONTEXT, 1, 1);
        float[] real = shifted(2, 1f);
        float[] generated = shifted(3, -1f);
        float accuracy = 0;
        for (int i = 0; i < 300; i++) {
            accuracy = discriminator.learn(contexts, real, generated, PAIRS);
        }

        assertThat(accuracy).isGreaterThan(0.9f);
        float sum = 0;
        for (float gradient : discriminator.generatorGradient(contexts, generated, PAIRS)) {
            sum += gradient;
        }
        // Going down the gradient leads up, to where real embeddings are.
        assertThat(sum).isNegative();
    }

    private static float[] shifted(long seed, float by) {
        float[] values = Toy.gaussian(PAIRS * WIDTH, 0.5, seed);
        for (int i = 0; i < values.length; i++) {
            values[i] += by;
        }
        return values;
    }

    @Test
    void projectionBringsTheLargestSingularValueToOne() {
        float[] diagonal = {3, 0, 0, 0, 0.5f, 0, 0, 0, 0.25f};
        SpectralNorm norm = new SpectralNorm(3, 3);
        for (int i = 0; i < 50; i++) {
            norm.project(diagonal);
        }

        assertThat(diagonal[0]).isCloseTo(1f, within(1e-3f));
        assertThat(norm.project(diagonal)).isCloseTo(1f, within(1e-3f));
    }

    @Test
    void projectionLeavesSmallWeightsAlone() {
        float[] small = {0.5f, 0, 0, 0.25f};

        new SpectralNorm(2, 2).project(small);

        assertThat(small).containsExactly(0.5f, 0, 0, 0.25f);
    }
}
