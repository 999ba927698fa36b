package org.amalgam.model.network;

import static org.amalgam.model.network.FastMath.atLeast;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.NetworkSettings.Loss;

/**
 * One step of training: encode a batch, score it against its columns, send the loss's gradient
 * back, move what was touched. Keeps its buffers from step to step.
 */
final class TrainingStep implements AutoCloseable {

    private final NetworkModel model;
    private final NetworkSettings settings;
    private final NegativeSampler sampler;
    private final ColumnLoss loss;
    private final Columns columns;
    private final SparseGradient itemGradient;
    private final SparseGradient biasGradient;
    private final ColumnProducts products;
    private final int width;
    private final float skip;
    private float[] inputs = new float[0];
    private float[] inputMask = new float[0];
    private float[] inputGradients = new float[0];
    private float[] queries = new float[0];
    private float[] queryGradients = new float[0];
    private float[] queryMask = new float[0];
    private float[] scored = new float[0];
    private float[] scoredGradients = new float[0];
    private float[] scores = new float[0];
    private float[] columnSums = new float[0];

    TrainingStep(NetworkModel model, NetworkSettings settings) {
        this.model = model;
        this.settings = settings;
        this.width = settings.width();
        this.skip = (float) settings.skip();
        this.sampler = new NegativeSampler(model.counts, settings.samplingPower());
        this.loss = settings.loss() == Loss.BPR_MAX ? new BprMax() : new CrossEntropy(sampler);
        this.columns = new Columns(model.counts.length);
        this.itemGradient = new SparseGradient(model.counts.length, width);
        this.biasGradient = new SparseGradient(model.counts.length, 1);
        this.products = new ColumnProducts(width);
    }

    /**
     * Learns from one batch, with as many negatives as the settings say.
     *
     * @return mean loss of its targets; not finite when nothing was learned because of it
     */
    double run(PackedBatch batch, float rate) {
        return run(batch, rate, settings.negatives());
    }

    /** The same with so many negatives. */
    double run(PackedBatch batch, float rate, int negatives) {
        double mean = gradients(batch, negatives);
        if (Double.isFinite(mean)) {
            apply(rate);
        }
        model.step++;
        return mean;
    }

    /** Computes all gradients of a batch without moving anything; returns the mean loss. */
    double gradients(PackedBatch batch) {
        return gradients(batch, settings.negatives());
    }

    private double gradients(PackedBatch batch, int negatives) {
        SplittableRandom random = model.randomOf(model.step);
        drawMasks(batch, random);
        // Random numbers come in one order, whichever core is done first.
        Halves.both(() -> encode(batch), () -> columns.select(batch, sampler, negatives, random));
        double sum = rank(batch);
        spreadQueryGradients(batch);
        model.encoder.addOwnObjective(batch, queries, model.items, queryGradients, model.step);
        inputGradients = atLeast(inputGradients, batch.rows() * width);
        model.encoder.backward(batch, queryGradients, inputGradients);
        addSkipGradients(batch);
        if (settings.inputDropout() > 0) {
            multiply(inputGradients, inputMask, batch.rows() * width);
        }
        model.inputs.scatter(batch, inputGradients, itemGradient);
        return sum / batch.targetCount();
    }

    private void drawMasks(PackedBatch batch, SplittableRandom random) {
        if (settings.inputDropout() > 0) {
            int size = batch.rows() * width;
            inputMask = mask(inputMask, size, settings.inputDropout(), 1, random);
        }
        int size = batch.targetCount() * width;
        float scale = (float) settings.queryScale();
        queryMask = mask(queryMask, size, settings.queryDropout(), scale, random);
    }

    private void encode(PackedBatch batch) {
        int size = batch.rows() * width;
        inputs = atLeast(inputs, size);
        queries = atLeast(queries, size);
        model.inputs.gather(batch, inputs);
        if (settings.inputDropout() > 0) {
            multiply(inputs, inputMask, size);
        }
        model.encoder.forward(batch, inputs, queries, model.step);
    }

    /** Scores targets' rows against the columns; leaves gradients of both; returns Σ loss. */
    private double rank(PackedBatch batch) {
        int targets = batch.targetCount();
        scored = atLeast(scored, targets * width);
        for (int i = 0; i < targets; i++) {
            int row = batch.targetRow(i) * width;
            for (int j = 0; j < width; j++) {
                scored[i * width + j] = queries[row + j] + skip * inputs[row + j];
            }
        }
        multiply(scored, queryMask, targets * width);
        scores = atLeast(scores, columns.size() * targets);
        products.scores(columns, model.items, scored, targets, scores);
        Halves.of(columns.size(), (from, to) -> addBiases(from, to, targets));
        double sum = loss.gradient(columns, scores, targets, 1f / settings.batchTargets());
        gatherColumnGradients(targets);
        return sum;
    }

    private void addBiases(int from, int to, int targets) {
        for (int c = from; c < to; c++) {
            float bias = model.biases.values()[columns.item(c)];
            for (int i = c * targets; i < (c + 1) * targets; i++) {
                scores[i] += bias;
            }
        }
    }

    private void gatherColumnGradients(int targets) {
        itemGradient.clear();
        biasGradient.clear();
        columnSums = atLeast(columnSums, columns.size());
        Halves.of(columns.size(), (from, to) -> sumColumns(from, to, targets));
        for (int c = 0; c < columns.size(); c++) {
            itemGradient.claim(columns.item(c));
            biasGradient.add(columns.item(c), columnSums, c);
        }
        scoredGradients = atLeast(scoredGradients, targets * width);
        // Columns took the first slots in their own order, so the product fits as it is.
        products.gradients(columns.size(), targets, scores, scoredGradients, itemGradient.values());
    }

    private void sumColumns(int from, int to, int targets) {
        for (int c = from; c < to; c++) {
            columnSums[c] = FastMath.sum(scores, c * targets, targets);
        }
    }

    private void spreadQueryGradients(PackedBatch batch) {
        queryGradients = atLeast(queryGradients, batch.rows() * width);
        Arrays.fill(queryGradients, 0, batch.rows() * width, 0f);
        multiply(scoredGradients, queryMask, batch.targetCount() * width);
        for (int i = 0; i < batch.targetCount(); i++) {
            System.arraycopy(
                    scoredGradients, i * width, queryGradients, batch.targetRow(i) * width, width);
        }
    }

    private void addSkipGradients(PackedBatch batch) {
        for (int i = 0; i < batch.targetCount(); i++) {
            int row = batch.targetRow(i) * width;
            for (int j = 0; j < width; j++) {
                inputGradients[row + j] += skip * scoredGradients[i * width + j];
            }
        }
    }

    private void apply(float rate) {
        float momentum = (float) settings.momentum();
        model.items.update(itemGradient, rate, momentum);
        model.biases.update(biasGradient, rate, momentum);
        model.inputs.update(rate, momentum);
        model.encoder.update(rate * (float) settings.encoderRate(), momentum);
    }

    /** Floating-point operations in the matrix products of the last step, which had this batch. */
    double flops(PackedBatch batch) {
        // Scores, and the gradients of queries and columns: three products of one size.
        return 6.0 * columns.size() * batch.targetCount() * width + model.encoder.flops(batch);
    }

    /** Items whose row or bias the last step moved. */
    int touched() {
        return itemGradient.size();
    }

    /** The i-th of them. */
    int touchedItem(int i) {
        return itemGradient.row(i);
    }

    /** Gradient of an item's row, as the last {@link #gradients} left it; for tests. */
    float itemGradient(int item, int j) {
        return itemGradient.values()[itemGradient.slot(item) * width + j];
    }

    private static float[] mask(
            float[] mask, int size, double dropped, float scale, SplittableRandom random) {
        float[] filled = atLeast(mask, size);
        if (dropped == 0) {
            Arrays.fill(filled, 0, size, scale);
            return filled;
        }
        float kept = (float) (scale / (1 - dropped));
        int below = (int) (dropped * (1L << 31));
        for (int i = 0; i < size; i++) {
            // Without a branch, which no processor could foresee.
            int dropping = ((random.nextInt() >>> 1) - below) >>> 31;
            filled[i] = kept * (1 - dropping);
        }
        return filled;
    }

    private static void multiply(float[] values, float[] mask, int size) {
        for (int i = 0; i < size; i++) {
            values[i] *= mask[i];
        }
    }

    @Override
    public void close() {
        products.close();
    }
}
