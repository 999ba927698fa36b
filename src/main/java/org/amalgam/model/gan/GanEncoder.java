package org.amalgam.model.gan;

import it.unimi.dsi.fastutil.HashCommon;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.amalgam.model.network.EmbeddingTable;
import org.amalgam.model.network.PackedBatch;
import org.amalgam.model.network.QueryEncoder;
import org.amalgam.model.network.SessionEncoder;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The generator as a session encoder: (context, noise) → an embedding of the item that comes next,
 * as a change to the last step's. The noise is zero when serving. Its gradient is the ranking
 * loss's plus, in every fourth step, {@link #ADVERSARIAL_WEIGHT} of the discriminator's.
 */
public final class GanEncoder implements SessionEncoder {

    private static final int NOISE = 16;
    private static final float NOISE_SCALE = 0.1f;
    private static final float ADVERSARIAL_WEIGHT = 0.3f;

    /**
     * The adversary's two nets take as long as all else in a step, and it need not speak in each.
     */
    private static final int ADVERSARY_EVERY = 4;

    private static final String FILE = "generator.zip";

    private final int width;
    private final int rowWidth;
    private final long seed;
    private final double fullRate;
    private final float lossScale;
    private final SessionContext context;
    private final DenseNet generator;
    private final Discriminator discriminator;
    private GanHealth health = GanHealth.unknown();
    private float[] rows = new float[0];

    /**
     * @param fullRate the rate at which Adam makes its full steps; lower ones shorten them
     * @param lossScale factor on each target's loss
     */
    GanEncoder(int width, long seed, double fullRate, float lossScale) {
        this.width = width;
        this.rowWidth = 2 * width + NOISE;
        this.seed = seed;
        this.fullRate = fullRate;
        this.lossScale = lossScale;
        this.context = new SessionContext(width);
        this.generator =
                DenseNet.generator(
                        rowWidth, 2 * width, width, seed, new Adam(1e-3, 0.9, 0.999, 1e-8));
        this.discriminator = new Discriminator(2 * width, width, seed + 1);
    }

    @Override
    public void forward(PackedBatch batch, float[] inputs, float[] queries, long step) {
        rows = new float[batch.rows() * rowWidth];
        context.forward(batch, inputs, rows, rowWidth);
        if (step >= 0) {
            addNoise(step);
        }
        int size = batch.rows() * width;
        float[] changes = generator.forward(rows, batch.rows(), step >= 0);
        for (int i = 0; i < size; i++) {
            queries[i] = inputs[i] + changes[i];
        }
    }

    private void addNoise(long step) {
        SplittableRandom random =
                new SplittableRandom(HashCommon.mix(HashCommon.mix(~seed) + step));
        for (int row = 0; row < rows.length; row += rowWidth) {
            for (int j = 2 * width; j < rowWidth; j++) {
                rows[row + j] = NOISE_SCALE * Noise.normal(random);
            }
        }
    }

    @Override
    public void addOwnObjective(
            PackedBatch batch,
            float[] queries,
            EmbeddingTable items,
            float[] queryGradients,
            long step) {
        if (step % ADVERSARY_EVERY != 0) {
            return;
        }
        int n = batch.targetCount();
        float[] contexts = new float[n * 2 * width];
        float[] generated = new float[n * width];
        float[] real = new float[n * width];
        for (int i = 0; i < n; i++) {
            int row = batch.targetRow(i);
            System.arraycopy(rows, row * rowWidth, contexts, i * 2 * width, 2 * width);
            System.arraycopy(queries, row * width, generated, i * width, width);
            System.arraycopy(items.values(), batch.target(i) * width, real, i * width, width);
        }
        float accuracy = discriminator.learn(contexts, real, generated, n);
        float[] gradients = discriminator.generatorGradient(contexts, generated, n);
        float weight = ADVERSARIAL_WEIGHT * lossScale;
        for (int i = 0; i < n; i++) {
            int at = batch.targetRow(i) * width;
            for (int j = 0; j < width; j++) {
                queryGradients[at + j] += weight * gradients[i * width + j];
            }
        }
        if (n > 1) {
            health = health.with(spread(generated, n) / spread(real, n), accuracy);
        }
    }

    /** Root mean variance of the columns of n rows. */
    private float spread(float[] embeddings, int n) {
        double total = 0;
        for (int j = 0; j < width; j++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double value = embeddings[i * width + j];
                sum += value;
                squares += value * value;
            }
            total += squares / n - (sum / n) * (sum / n);
        }
        return (float) Math.sqrt(Math.max(total / width, 1e-12));
    }

    @Override
    public void backward(PackedBatch batch, float[] queryGradients, float[] inputGradients) {
        float[] rowGradients = generator.backward(queryGradients, batch.rows());
        System.arraycopy(queryGradients, 0, inputGradients, 0, batch.rows() * width);
        context.backward(batch, rowGradients, rowWidth, inputGradients);
    }

    /**
     * Two products of rows, each with two for its gradients; the discriminator's are not counted.
     */
    @Override
    public double flops(PackedBatch batch) {
        return 6.0 * batch.rows() * (2.0 * width * rowWidth + 2.0 * width * width);
    }

    /** Adam has a momentum of its own, so the one given is not used. */
    @Override
    public void update(float rate, float momentum) {
        generator.update((float) (rate / fullRate));
    }

    @Override
    public void trainingIsOver() {
        generator.trainingIsOver();
    }

    @Override
    public QueryEncoder queryEncoder() {
        return new GeneratorQueries(width, generator);
    }

    /** How training fares; belongs to the owner thread like all else. */
    public GanHealth health() {
        return health;
    }

    @Override
    public void saveNetworks(Path directory) throws IOException {
        generator.save(directory.resolve(FILE));
        discriminator.save(directory);
    }

    @Override
    public void loadNetworks(Path directory) throws IOException {
        generator.load(directory.resolve(FILE));
        discriminator.load(directory);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(generator.updates());
        out.writeFloat(health.spreadRatio());
        out.writeFloat(health.discriminatorAccuracy());
        discriminator.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        generator.setUpdates(in.readInt());
        health = new GanHealth(in.readFloat(), in.readFloat());
        discriminator.read(in);
    }

    @Override
    public void writeParameters(DataOutput out) throws IOException {
        generator.writeState(out);
        discriminator.writeParameters(out);
    }

    @Override
    public void readParameters(DataInput in) throws IOException {
        generator.readState(in);
        discriminator.readParameters(in);
    }

    @Override
    public void close() {
        generator.close();
        discriminator.close();
    }
}
