package org.amalgam.model.content;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import java.util.List;

/** One kind of term over all items, each item's entries of length 1 times the family's weight. */
final class TermFamily {

    private final float weight;
    private final List<List<String>> terms;
    private final TermVocabulary vocabulary;

    /**
     * Numbers the terms.
     *
     * @param terms of each item
     * @param leastItems terms of fewer items say nothing of likeness and are left out
     * @param rarityCounts whether rare terms weigh more
     */
    TermFamily(List<List<String>> terms, float weight, int leastItems, boolean rarityCounts) {
        this.terms = terms;
        this.weight = weight;
        this.vocabulary = TermVocabulary.all(terms.stream(), leastItems, rarityCounts);
    }

    int width() {
        return vocabulary.width();
    }

    /** Number of entries of an item; entries come in order of first appearance. */
    Int2IntMap counts(int item) {
        return vocabulary.counts(terms.get(item));
    }

    /** The weighted values of these columns, in their order. */
    float[] values(int[] ownColumns, Int2IntMap counts) {
        double[] exact = vocabulary.values(ownColumns, counts, weight);
        float[] values = new float[exact.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) exact[i];
        }
        return values;
    }
}
