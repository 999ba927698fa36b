package org.amalgam.model.gan;

import static java.util.Objects.requireNonNull;

import org.amalgam.model.content.ContentVectors;

/**
 * What rows for new items are learned from.
 *
 * @param content of all items
 * @param rows the recommender's item rows, [items × width]; frozen
 * @param counts how often each item occurs in training
 * @param training states from which the generator learns
 * @param validation later states, by which its steps and the shift are chosen
 */
@SuppressWarnings("ArrayRecordComponent") // large, read only, never compared
public record ColdStartData(
        ContentVectors content,
        float[] rows,
        int[] counts,
        RowStates training,
        RowStates validation) {

    public ColdStartData {
        requireNonNull(content, "content");
        requireNonNull(training, "training");
        requireNonNull(validation, "validation");
        if (counts.length == 0 || rows.length % counts.length != 0) {
            throw new IllegalArgumentException(
                    rows.length + " floats for " + counts.length + " items");
        }
    }

    /** Elements of a row and of a query. */
    int width() {
        return rows.length / counts.length;
    }

    int items() {
        return counts.length;
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
