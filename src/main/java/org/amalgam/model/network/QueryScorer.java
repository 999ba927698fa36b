package org.amalgam.model.network;

import java.util.Arrays;

/**
 * Scores all items for one query. Keeps its own copy of the table, in blocks of items that lie
 * dimension by dimension: the inner loop then runs over items, has no reduction, and becomes vector
 * code. Row by row the same work takes several times as long.
 */
final class QueryScorer {

    /** Items a block; the block's scores stay in the first-level cache. */
    static final int BLOCK = 512;

    private final int width;
    private final int items;
    private final float[] blocks;
    private final float[] biases;

    QueryScorer(int items, int width) {
        this.items = items;
        this.width = width;
        int count = (items + BLOCK - 1) / BLOCK;
        this.blocks = new float[count * BLOCK * width];
        this.biases = new float[count * BLOCK];
    }

    /** Takes over an item's row and bias. */
    void put(int item, float[] table, float bias) {
        int at = item / BLOCK * BLOCK * width + item % BLOCK;
        int row = item * width;
        for (int j = 0; j < width; j++) {
            blocks[at + j * BLOCK] = table[row + j];
        }
        biases[item] = bias;
    }

    /** Takes over the whole table. */
    void putAll(float[] table, float[] bias) {
        for (int item = 0; item < items; item++) {
            put(item, table, bias[item]);
        }
    }

    /** Fills {@code scores[i]} with q · row i + bias i. */
    void score(float[] query, float[] scores) {
        float[] sums = new float[BLOCK];
        for (int first = 0; first < items; first += BLOCK) {
            Arrays.fill(sums, 0f);
            FastMath.addProduct(query, 0, width, blocks, first * width, BLOCK, sums, 0);
            int count = Math.min(BLOCK, items - first);
            for (int i = 0; i < count; i++) {
                scores[first + i] = sums[i] + biases[first + i];
            }
        }
    }
}
