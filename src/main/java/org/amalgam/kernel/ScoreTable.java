package org.amalgam.kernel;

/**
 * The rows of a catalogue's items with their biases, laid out for scoring all of them by one query:
 * in groups of {@value FloatKernels#GROUP} items, inside a group dimension by dimension, so that
 * the kernel reads memory once, in order, and keeps sums in registers. One thread makes all calls.
 */
public final class ScoreTable {

    private static final int GROUP = FloatKernels.GROUP;

    /** Floats of the table that stay in a core's cache beside what is written: half a megabyte. */
    private static final int CACHED = 128 * 1024;

    private final FloatKernels kernels;
    private final int items;
    private final int width;
    private final float[] table;
    private final float[] last = new float[GROUP];

    /**
     * A table of zeros.
     *
     * @param width elements of a row, without the bias
     * @throws IllegalArgumentException if it would have more floats than an array can hold
     */
    public ScoreTable(int items, int width) {
        this(items, width, FloatKernels.best());
    }

    /** The same on these kernels. */
    ScoreTable(int items, int width, FloatKernels kernels) {
        long size = (items + GROUP - 1L) / GROUP * GROUP * (width + 1L);
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    items + " items of width " + width + " are too many for one table");
        }
        this.kernels = kernels;
        this.items = items;
        this.width = width;
        this.table = new float[(int) size];
    }

    /** Takes over the item's row, which starts at {@code rows[at]}, and its bias. */
    public void put(int item, float[] rows, int at, float bias) {
        int place = place(item);
        table[place] = bias;
        for (int j = 0; j < width; j++) {
            place += GROUP;
            table[place] = rows[at + j];
        }
    }

    /** Where the item's bias stands; its elements follow, {@link #GROUP} places apart. */
    private int place(int item) {
        return item / GROUP * GROUP * (width + 1) + item % GROUP;
    }

    /** Copies an item's row, without its bias, to {@code target[at]} on. */
    public void copyRow(int item, float[] target, int at) {
        int place = place(item);
        for (int j = 0; j < width; j++) {
            place += GROUP;
            target[at + j] = table[place];
        }
    }

    /** Takes over all rows, [items × width], and biases. */
    public void putAll(float[] rows, float[] biases) {
        for (int item = 0; item < items; item++) {
            put(item, rows, item * width, biases[item]);
        }
    }

    /**
     * Takes over all rows, given column by column as [width × items] from {@code columns[at]} on,
     * and biases: a dense layer's weights as they are stored, with its outputs for items.
     */
    public void putColumns(float[] columns, int at, float[] biases) {
        for (int first = 0; first < items; first += GROUP) {
            int count = Math.min(GROUP, items - first);
            int place = place(first);
            System.arraycopy(biases, first, table, place, count);
            for (int j = 0; j < width; j++) {
                System.arraycopy(
                        columns, at + j * items + first, table, place + (j + 1) * GROUP, count);
            }
        }
    }

    /**
     * Fills {@code scores[i]} with bias i + query · row i.
     *
     * @param scores as many as items
     */
    public void score(float[] query, float[] scores) {
        kernels.score(table, 0, items / GROUP, query, scores, 0);
        scoreRest(query, scores);
    }

    /** The last group, where it has more places than items. */
    private void scoreRest(float[] query, float[] scores) {
        int whole = items / GROUP;
        int rest = items - whole * GROUP;
        if (rest > 0) {
            kernels.score(table, whole, whole + 1, query, last, 0);
            System.arraycopy(last, 0, scores, whole * GROUP, rest);
        }
    }

    /**
     * Fills the scores of several queries, the same as {@link #score(float[], float[])} does one by
     * one, but a part of the table that fits a core's own cache is read from memory once for all.
     *
     * @param queries the first {@code count} are used
     * @param scores by query, as many each as items
     */
    public void score(float[][] queries, int count, float[][] scores) {
        int whole = items / GROUP;
        int part = Math.max(1, CACHED / (GROUP * (width + 1)));
        for (int from = 0; from < whole; from += part) {
            scorePart(from, Math.min(whole, from + part), queries, count, scores);
        }
        for (int query = 0; query < count; query++) {
            scoreRest(queries[query], scores[query]);
        }
    }

    private void scorePart(int from, int to, float[][] queries, int count, float[][] scores) {
        int together = count - count % FloatKernels.TOGETHER;
        int at = from * GROUP;
        for (int first = 0; first < together; first += FloatKernels.TOGETHER) {
            kernels.scoreTogether(table, from, to, queries, first, scores, at);
        }
        for (int query = together; query < count; query++) {
            kernels.score(table, from, to, queries[query], scores[query], at);
        }
    }
}
