package org.amalgam.model.network;

import it.unimi.dsi.fastutil.HashCommon;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.Action;

/** All that a network has learned: its tables, its encoder, and how far training has come. */
final class NetworkModel implements AutoCloseable {

    final EmbeddingTable items;
    final EmbeddingTable biases;
    final EmbeddingTable actions;
    final EmbeddingTable gaps;
    final SessionEncoder encoder;
    final StepInputs inputs;
    final int[] counts;
    final long seed;
    private final float skip;
    long step;

    /**
     * An untrained model.
     *
     * @param counts how often each item occurs in what it will be trained on
     */
    NetworkModel(
            int[] counts, NetworkSettings settings, long seed, SessionEncoder.Factory factory) {
        SplittableRandom random = new SplittableRandom(seed);
        this.counts = counts;
        this.seed = seed;
        this.skip = (float) settings.skip();
        this.items =
                new EmbeddingTable(counts.length, settings.width())
                        .fillUniform(random, settings.tableRange());
        this.biases = new EmbeddingTable(counts.length, 1);
        this.actions = new EmbeddingTable(Action.COUNT, settings.width());
        this.gaps = new EmbeddingTable(GapBuckets.COUNT, settings.width());
        this.inputs = new StepInputs(items, actions, gaps);
        this.encoder = factory.create(settings.width(), seed);
    }

    /**
     * Randomness of one training step: kept nowhere, for the step's number gives it again. The
     * number is scrambled, because seeds that are evenly spaced can give shifted copies of one
     * another: every step would then drop the same units and draw the same negatives.
     */
    SplittableRandom randomOf(long step) {
        return new SplittableRandom(HashCommon.mix(HashCommon.mix(seed) + step));
    }

    /** Adds to encoded rows their own inputs, as far as the settings ask for it. */
    void addSkip(float[] inputs, float[] encoded, int size) {
        for (int i = 0; i < size; i++) {
            encoded[i] += skip * inputs[i];
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(step);
        for (EmbeddingTable table : new EmbeddingTable[] {items, biases, actions, gaps}) {
            table.write(out);
        }
        encoder.write(out);
    }

    void read(DataInput in) throws IOException {
        step = in.readLong();
        for (EmbeddingTable table : new EmbeddingTable[] {items, biases, actions, gaps}) {
            table.read(in);
        }
        encoder.read(in);
    }

    /** Writes all that learning moves. */
    void writeState(DataOutput out) throws IOException {
        write(out);
        encoder.writeParameters(out);
    }

    /** Reads what {@link #writeState} wrote for a model of the same shape. */
    void readState(DataInput in) throws IOException {
        read(in);
        encoder.readParameters(in);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
