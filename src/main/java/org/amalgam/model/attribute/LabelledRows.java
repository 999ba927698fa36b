package org.amalgam.model.attribute;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Items with known classes.
 *
 * @param width number of columns that rows may have
 * @param labels class of each row, below {@code classes}; every class occurs
 */
@SuppressWarnings("ArrayRecordComponent") // filled once, never compared
record LabelledRows(List<FeatureRow> rows, int width, int[] labels, int classes) {

    /** The most frequent class, the first of equals, with its share as strength. */
    Guess majority() {
        int[] counts = new int[classes];
        int best = 0;
        for (int label : labels) {
            counts[label]++;
        }
        for (int i = 1; i < classes; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return new Guess(best, (double) counts[best] / labels.length);
    }

    /** Classes of the rows that have entries. */
    IntStream telling() {
        return IntStream.range(0, labels.length)
                .filter(i -> !rows.get(i).isEmpty())
                .map(i -> labels[i]);
    }
}
