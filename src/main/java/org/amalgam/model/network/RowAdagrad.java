package org.amalgam.model.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;

/**
 * {@link Adagrad} for the rows of a table, whose state is kept for rows that were moved: of a large
 * catalogue most items have yet to be learned about, and the state is twice the table.
 */
final class RowAdagrad {

    /** Values whose state is kept together, where rows are shorter than that. */
    private static final int TOGETHER = 64;

    private final int width;
    private final int length;
    private final int blockRows;
    private final Adagrad[] blocks;

    RowAdagrad(int rows, int width) {
        this.width = width;
        this.length = rows * width;
        this.blockRows = Math.max(1, TOGETHER / width);
        this.blocks = new Adagrad[(rows + blockRows - 1) / blockRows];
    }

    /** For the rows that this has gradients of; before they are moved, which threads may share. */
    void makeRoom(SparseGradient gradient) {
        for (int i = 0; i < gradient.size(); i++) {
            block(gradient.row(i) / blockRows);
        }
    }

    private Adagrad block(int block) {
        if (blocks[block] == null) {
            blocks[block] = new Adagrad(lengthOf(block));
        }
        return blocks[block];
    }

    private int lengthOf(int block) {
        int whole = blockRows * width;
        return Math.min(whole, length - block * whole);
    }

    /** Moves the row of the i-th gradient, for which there is room. */
    void move(Adagrad.Step step, SparseGradient gradient, int i, float[] table) {
        int row = gradient.row(i);
        Adagrad state = blocks[row / blockRows];
        int at = row % blockRows * width;
        step.move(state, at, table, row * width, gradient.values(), i * width, width);
    }

    /** Writes the state, as one optimiser for the whole table would. */
    void write(DataOutput out) throws IOException {
        write(out, Adagrad::squares);
        write(out, Adagrad::velocity);
    }

    private void write(DataOutput out, Function<Adagrad, float[]> values) throws IOException {
        out.writeInt(length);
        for (int block = 0; block < blocks.length; block++) {
            Adagrad state = blocks[block];
            float[] part = state == null ? new float[lengthOf(block)] : values.apply(state);
            FloatArrays.writeValues(out, part);
        }
    }

    /** Reads a state of a table of the same size. */
    void read(DataInput in) throws IOException {
        Arrays.fill(blocks, null);
        read(in, Adagrad::squares);
        read(in, Adagrad::velocity);
    }

    private void read(DataInput in, Function<Adagrad, float[]> values) throws IOException {
        FloatArrays.readLength(in, length);
        for (int block = 0; block < blocks.length; block++) {
            float[] read = new float[lengthOf(block)];
            FloatArrays.readValues(in, read);
            if (isMoved(read)) {
                System.arraycopy(read, 0, values.apply(block(block)), 0, read.length);
            }
        }
    }

    private static boolean isMoved(float[] state) {
        for (float value : state) {
            // By its bits: a state that is read is the one that was written, −0 included.
            if (Float.floatToRawIntBits(value) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Rows whose state is kept. */
    long keptRows() {
        return Arrays.stream(blocks).filter(block -> block != null).count() * blockRows;
    }
}
