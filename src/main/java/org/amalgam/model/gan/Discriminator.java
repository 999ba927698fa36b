package org.amalgam.model.gan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import org.amalgam.model.network.FloatArrays;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Tells (context, embedding) pairs that occurred from generated ones and from mismatched ones, by
 * hinge loss with spectrally normalised weights.
 */
final class Discriminator implements AutoCloseable {

    private static final int HIDDEN = 128;
    private static final String FILE = "discriminator.zip";

    private final int contextWidth;
    private final int pairWidth;
    private final DenseNet net;
    private final SpectralNorm first;
    private final SpectralNorm second = new SpectralNorm(HIDDEN, 1);

    Discriminator(int contextWidth, int width, long seed) {
        this.contextWidth = contextWidth;
        this.pairWidth = contextWidth + width;
        this.net = DenseNet.discriminator(pairWidth, HIDDEN, seed, new Adam(1e-3, 0.5, 0.9, 1e-8));
        this.first = new SpectralNorm(pairWidth, HIDDEN);
    }

    /**
     * One step of training on n contexts, [n × context], with their items' and the generator's
     * embeddings, [n × d] each.
     *
     * @return share of real and generated pairs that it told right before the step
     */
    float learn(float[] contexts, float[] real, float[] generated, int n) {
        float[] pairs = new float[3 * n * pairWidth];
        for (int i = 0; i < n; i++) {
            pair(contexts, i, real, i, pairs, i);
            pair(contexts, i, generated, i, pairs, n + i);
            pair(contexts, (i + 1) % n, real, i, pairs, 2 * n + i);
        }
        float[] scores = net.forward(pairs, 3 * n, true);
        float[] gradients = new float[3 * n];
        int right = 0;
        for (int i = 0; i < n; i++) {
            gradients[i] = scores[i] < 1 ? -1f / n : 0f;
            gradients[n + i] = scores[n + i] > -1 ? 0.5f / n : 0f;
            gradients[2 * n + i] = scores[2 * n + i] > -1 ? 0.5f / n : 0f;
            right += (scores[i] > 0 ? 1 : 0) + (scores[n + i] < 0 ? 1 : 0);
        }
        net.backward(gradients, 3 * n);
        net.update(1f);
        project("0_W", first);
        project("1_W", second);
        return right / (2f * n);
    }

    private void project(String key, SpectralNorm norm) {
        float[] weights = net.parameter(key);
        if (norm.project(weights) > 1) {
            net.setParameter(key, weights);
        }
    }

    /** Gradient of −Σ score by the generated embeddings, [n × d]. */
    float[] generatorGradient(float[] contexts, float[] generated, int n) {
        float[] pairs = new float[n * pairWidth];
        float[] gradients = new float[n];
        for (int i = 0; i < n; i++) {
            pair(contexts, i, generated, i, pairs, i);
            gradients[i] = -1f;
        }
        net.forward(pairs, n, true);
        float[] all = net.backward(gradients, n);
        int width = pairWidth - contextWidth;
        float[] own = new float[n * width];
        for (int i = 0; i < n; i++) {
            System.arraycopy(all, i * pairWidth + contextWidth, own, i * width, width);
        }
        return own;
    }

    private void pair(
            float[] contexts, int context, float[] embeddings, int which, float[] pairs, int at) {
        int width = pairWidth - contextWidth;
        System.arraycopy(contexts, context * contextWidth, pairs, at * pairWidth, contextWidth);
        System.arraycopy(embeddings, which * width, pairs, at * pairWidth + contextWidth, width);
    }

    void save(Path directory) throws IOException {
        net.save(directory.resolve(FILE));
    }

    void load(Path directory) throws IOException {
        net.load(directory.resolve(FILE));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(net.updates());
        FloatArrays.write(out, first.state());
        FloatArrays.write(out, second.state());
    }

    void read(DataInput in) throws IOException {
        net.setUpdates(in.readInt());
        FloatArrays.read(in, first.state());
        FloatArrays.read(in, second.state());
    }

    void writeParameters(DataOutput out) throws IOException {
        net.writeState(out);
    }

    void readParameters(DataInput in) throws IOException {
        net.readState(in);
    }

    @Override
    public void close() {
        net.close();
    }
}
