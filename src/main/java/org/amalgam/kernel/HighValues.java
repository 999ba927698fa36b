package org.amalgam.kernel;

import it.unimi.dsi.fastutil.floats.FloatHeapPriorityQueue;
import java.util.Arrays;

/**
 * Finds the high ones among many values without looking at most of them: the highest values of
 * columns ({@link FloatKernels#columnMaxima}) tell which columns are worth it. Keeps room between
 * calls: one thread makes all calls.
 */
public final class HighValues {

    private static final FloatKernels KERNELS = FloatKernels.best();

    /** With so many columns for one that is wanted, few of the highest values share one. */
    private static final int PLENTY = 4;

    private float[] values = new float[0];
    private float[] maxima = new float[0];
    private float[] maximaOfMaxima = new float[0];
    private int columns;
    private float low;
    private int[] found = new int[64];
    private int size;

    /**
     * Looks at these values, which the other methods are about until the next call.
     *
     * @param values all finite; not copied
     */
    public void look(float[] values) {
        this.values = values;
        columns = FloatKernels.columns(values.length);
        if (maxima.length < columns) {
            maxima = new float[columns];
        }
        low = KERNELS.columnMaxima(values, values.length, maxima);
    }

    /** The lowest value, 0 for −0; infinite when there are none. */
    public float low() {
        return low;
    }

    /**
     * A value that at least so many of the values reach, and not many more unless they tie: as many
     * columns' highest values do, or where there are plenty, columns' of those. −∞ when there are
     * too few columns to tell.
     *
     * @param many at least 1
     */
    public float bound(int many) {
        int above = FloatKernels.columns(columns);
        if (above < PLENTY * many) {
            return highest(maxima, columns, many);
        }
        if (maximaOfMaxima.length < above) {
            maximaOfMaxima = new float[above];
        }
        KERNELS.columnMaxima(maxima, columns, maximaOfMaxima);
        return highest(maximaOfMaxima, above, many);
    }

    /** The lowest of so many highest values; −∞ when there are fewer. */
    private static float highest(float[] values, int count, int many) {
        if (many > count) {
            return Float.NEGATIVE_INFINITY;
        }
        float[] heap = Arrays.copyOf(values, many);
        FloatHeapPriorityQueue highest = new FloatHeapPriorityQueue(heap, many);
        for (int i = many; i < count; i++) {
            if (values[i] > heap[0]) {
                heap[0] = values[i];
                highest.changed();
            }
        }
        return heap[0];
    }

    /**
     * Finds all values that reach the threshold; {@link #place} tells where.
     *
     * @return how many there are
     */
    public int find(float threshold) {
        size = 0;
        float below = Math.nextDown(threshold);
        int column = KERNELS.nextAbove(maxima, 0, columns, below);
        while (column < columns) {
            findIn(column, threshold);
            column = KERNELS.nextAbove(maxima, column + 1, columns, below);
        }
        return size;
    }

    private void findIn(int column, float threshold) {
        int first =
                column / FloatKernels.COLUMNS * FloatKernels.BLOCK + column % FloatKernels.COLUMNS;
        int end = Math.min(values.length, first + FloatKernels.BLOCK);
        for (int at = first; at < end; at += FloatKernels.COLUMNS) {
            if (values[at] >= threshold) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, 2 * size);
                }
                found[size++] = at;
            }
        }
    }

    /** Where the one stands that was found as number i, in no order. */
    public int place(int i) {
        return found[i];
    }
}
