package org.amalgam.model.gan;

import java.util.SplittableRandom;
import org.nd4j.linalg.learning.config.Adam;

/**
 * G(content, z) → a row without mean and spread: dense 200, batch norm, tanh, dropout .1, dense
 * 200, tanh, dense. The noise z is zero when rows are generated for use. The dropout is Amalgam's
 * own, for DL4J's draws from one generator that all threads share.
 */
final class ContentGenerator implements AutoCloseable {

    private static final int HIDDEN = 200;
    private static final int NOISE = 16;
    private static final float NOISE_SCALE = 0.1f;
    private static final float KEPT = 0.9f;

    private final int contentWidth;
    private final DenseNet lower;
    private final DenseNet upper;
    private float[] mask = new float[0];

    ContentGenerator(int contentWidth, int rowWidth, long seed, Adam adam) {
        this.contentWidth = contentWidth;
        this.lower = DenseNet.contentLayer(contentWidth + NOISE, HIDDEN, seed, adam);
        this.upper = DenseNet.rowLayers(HIDDEN, rowWidth, seed + 1, adam);
    }

    /** Rows for training from the content of n items, [n × content]. */
    float[] forward(float[] content, int n, SplittableRandom random) {
        float[] hidden = lower.forward(withNoise(content, n, random), n, true);
        mask = new float[hidden.length];
        for (int i = 0; i < hidden.length; i++) {
            mask[i] = random.nextDouble() < KEPT ? 1 / KEPT : 0;
            hidden[i] *= mask[i];
        }
        return upper.forward(hidden, n, true);
    }

    /** Moves the parameters by gradients of the last {@link #forward}'s rows. */
    void learn(float[] gradients, int n) {
        float[] hidden = upper.backward(gradients, n);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] *= mask[i];
        }
        lower.backward(hidden, n);
        upper.update(1f);
        lower.update(1f);
    }

    /** Rows for use: no noise, no dropout, batch norm's running statistics. */
    float[] generate(float[] content, int n) {
        float[] input = new float[n * (contentWidth + NOISE)];
        for (int i = 0; i < n; i++) {
            System.arraycopy(
                    content, i * contentWidth, input, i * (contentWidth + NOISE), contentWidth);
        }
        return upper.forward(lower.forward(input, n, false), n, false);
    }

    private float[] withNoise(float[] content, int n, SplittableRandom random) {
        int stride = contentWidth + NOISE;
        float[] input = new float[n * stride];
        for (int i = 0; i < n; i++) {
            System.arraycopy(content, i * contentWidth, input, i * stride, contentWidth);
            for (int j = contentWidth; j < stride; j++) {
                input[i * stride + j] = NOISE_SCALE * Noise.normal(random);
            }
        }
        return input;
    }

    @Override
    public void close() {
        lower.close();
        upper.close();
    }
}
