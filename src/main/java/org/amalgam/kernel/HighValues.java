package org.amalgam.kernel;

import java.util.Arrays;

/**
 * Finds the high ones among many values without looking at most of them: the highest values of
 * columns ({@link FloatKernels#columnMaxima}) tell which columns are worth it. Keeps room between
 * calls: one thread makes all calls.
 */
public final class HighValues {

    private static final FloatKernels KERNELS = FloatKernels.best();

    /** Halvings after which a bound is good enough. */
    private static final int HALVINGS = 24;

    private float[] values = new float[0];
    private float[] maxima = new float[0];
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
     * A value that at least so many of the values reach, and not many more unless they tie; −∞ when
     * there are too few to tell.
     */
    public float bound(int many) {
        FloatKernels.Extremes ends = KERNELS.extremes(maxima, columns);
        if (KERNELS.countAtLeast(maxima, columns, -Float.MAX_VALUE) < many) {
            return Float.NEGATIVE_INFINITY;
        }
        float reachedBy = Math.max(ends.low(), -Float.MAX_VALUE);
        float high = ends.high();
        int reached = columns;
        for (int i = 0; i < HALVINGS && reached > many + many / 4; i++) {
            float middle = reachedBy / 2 + high / 2;
            if (!(middle > reachedBy)) {
                break;
            }
            int count = KERNELS.countAtLeast(maxima, columns, middle);
            if (count >= many) {
                reachedBy = middle;
                reached = count;
            } else {
                high = middle;
            }
        }
        return reachedBy;
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
