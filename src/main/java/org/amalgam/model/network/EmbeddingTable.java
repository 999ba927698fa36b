package org.amalgam.model.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;

/** Rows of learned floats, with the optimiser's state; row-major. */
public final class EmbeddingTable {

    private final int width;
    private final float[] values;
    private final RowAdagrad optimiser;

    /** All zero. */
    EmbeddingTable(int rows, int width) {
        this.width = width;
        this.values = new float[rows * width];
        this.optimiser = new RowAdagrad(rows, width);
    }

    /** Uniform in ±{@code range}; 0 for ±√(6 / (rows + width)), as GRU4Rec initialises. */
    EmbeddingTable fillUniform(SplittableRandom random, double range) {
        double bound = range > 0 ? range : Math.sqrt(6.0 / (rows() + width));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((random.nextDouble() * 2 - 1) * bound);
        }
        return this;
    }

    public int width() {
        return width;
    }

    public int rows() {
        return values.length / width;
    }

    /** The table itself, not a copy: row i starts at i · width. */
    public float[] values() {
        return values;
    }

    /** Copies a row to {@code target[at]} on. */
    void copyRow(int row, float[] target, int at) {
        System.arraycopy(values, row * width, target, at, width);
    }

    /** Adds a row to {@code target[at]} on. */
    void addRow(int row, float[] target, int at) {
        int from = row * width;
        for (int j = 0; j < width; j++) {
            target[at + j] += values[from + j];
        }
    }

    /** Moves the rows that have a gradient. */
    void update(SparseGradient gradient, float rate, float momentum) {
        optimiser.makeRoom(gradient);
        Halves.of(
                gradient.size(),
                (from, to) -> {
                    Adagrad.Step step = new Adagrad.Step(rate, momentum);
                    for (int i = from; i < to; i++) {
                        optimiser.move(step, gradient, i, values);
                    }
                });
    }

    void write(DataOutput out) throws IOException {
        FloatArrays.write(out, values);
        optimiser.write(out);
    }

    void read(DataInput in) throws IOException {
        FloatArrays.read(in, values);
        optimiser.read(in);
    }
}
