package org.amalgam.model.gan;

import static java.util.Objects.requireNonNull;

import org.amalgam.model.content.ContentVectors;

/**
 * What rows for new items are learned from.
 *
 * @param content of all items
 * @param rows the recommender's item rows, [items × width]; frozen
 * @param demand how much each item was wanted in training
 * @param training states from which the generator learns
 * @param validation later states, by which its steps and the shift are chosen
 */
@SuppressWarnings("ArrayRecordComponent") // large, read only, never compared
public record ColdStartData(
        ContentVectors content,
        float[] rows,
        Demand demand,
        RowStates training,
        RowStates validation) {

    public ColdStartData {
        requireNonNull(content, "content");
        requireNonNull(training, "training");
        requireNonNull(validation, "validation");
        int items = demand.counts().length;
        if (items == 0 || rows.length % items != 0) {
            throw new IllegalArgumentException(rows.length + " floats for " + items + " items");
        }
    }

    /** How often each item occurs in training. */
    public int[] counts() {
        return demand.counts();
    }

    /** Elements of a row and of a query. */
    int width() {
        return rows.length / items();
    }

    int items() {
        return demand.counts().length;
    }

    /** Rows of these items, one after the other. */
    float[] rowsOf(int[] items) {
        float[] picked = new float[items.length * width()];
        for (int i = 0; i < items.length; i++) {
            System.arraycopy(rows, items[i] * width(), picked, i * width(), width());
        }
        return picked;
    }
}
