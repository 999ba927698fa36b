package org.amalgam.model.content;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import java.util.List;

/**
 * One kind of term over all items, each item's entries of length 1 times the family's weight.
 * Weighted by sublinear term frequency and smoothed inverse document frequency, (1 + ln tf) · (1 +
 * ln((1 + n) / (1 + df))), as Manning, Raghavan and Schütze (2008), §6.4, and scikit-learn do.
 */
final class TermFamily {

    private final float weight;
    private final List<List<String>> terms;
    private final Object2IntLinkedOpenHashMap<String> columns = new Object2IntLinkedOpenHashMap<>();
    private final double[] inverseFrequencies;

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
        Object2IntLinkedOpenHashMap<String> frequencies = new Object2IntLinkedOpenHashMap<>();
        terms.forEach(own -> own.stream().distinct().forEach(t -> frequencies.addTo(t, 1)));
        columns.defaultReturnValue(-1);
        double[] inverse = new double[frequencies.size()];
        frequencies.forEach(
                (term, count) -> {
                    if (count >= leastItems) {
                        inverse[columns.size()] =
                                rarityCounts ? 1 + Math.log((1.0 + terms.size()) / (1 + count)) : 1;
                        columns.put(term, columns.size());
                    }
                });
        this.inverseFrequencies = inverse;
    }

    int width() {
        return columns.size();
    }

    /** Number of entries of an item; entries come in order of first appearance. */
    Int2IntOpenHashMap counts(int item) {
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        for (String term : terms.get(item)) {
            int column = columns.getInt(term);
            if (column >= 0) {
                counts.addTo(column, 1);
            }
        }
        return counts;
    }

    /** The weighted values of these columns, in their order. */
    float[] values(int[] ownColumns, Int2IntOpenHashMap counts) {
        double[] raw = new double[ownColumns.length];
        double squares = 0;
        for (int i = 0; i < raw.length; i++) {
            int column = ownColumns[i];
            raw[i] = (1 + Math.log(counts.get(column))) * inverseFrequencies[column];
            squares += raw[i] * raw[i];
        }
        float[] values = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            values[i] = (float) (weight * raw[i] / Math.sqrt(squares));
        }
        return values;
    }
}
