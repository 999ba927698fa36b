package org.amalgam.model.network;

import java.util.Arrays;

/** Gradients of the few rows of a table that a batch touches, in order of first touch. */
final class SparseGradient {

    private final int width;
    private final int[] slots;
    private int[] rows = new int[64];
    private float[] values = new float[0];
    private int size;

    SparseGradient(int tableRows, int width) {
        this.width = width;
        this.slots = new int[tableRows];
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            slots[rows[i]] = 0;
        }
        size = 0;
    }

    /** The slot of a table row, with a zero gradient when it is new. */
    int slot(int row) {
        if (slots[row] == 0) {
            claim(row);
            Arrays.fill(values, (size - 1) * width, size * width, 0f);
        }
        return slots[row] - 1;
    }

    /** Gives a new table row the next slot, whose gradient the caller has yet to fill. */
    void claim(int row) {
        grow();
        rows[size] = row;
        slots[row] = ++size;
    }

    private void grow() {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
        }
        if (values.length < rows.length * width) {
            values = Arrays.copyOf(values, rows.length * width);
        }
    }

    /** Adds {@code source[from]} on to a table row's gradient. */
    void add(int row, float[] source, int from) {
        int at = slot(row) * width;
        for (int j = 0; j < width; j++) {
            values[at + j] += source[from + j];
        }
    }

    int size() {
        return size;
    }

    /** The table row of slot i. */
    int row(int i) {
        return rows[i];
    }

    /** Slot i's gradient starts at i · width. */
    float[] values() {
        return values;
    }
}
