package org.amalgam.model.content;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of term, numbered by column; other terms have none. Weighted by sublinear term frequency
 * and smoothed inverse document frequency, (1 + ln tf) · (1 + ln((1 + n) / (1 + df))), as Manning,
 * Raghavan and Schütze (2008), §6.4, and scikit-learn do. Immutable.
 */
public final class TermVocabulary {

    private final Object2IntLinkedOpenHashMap<String> columns = new Object2IntLinkedOpenHashMap<>();
    private final double[] inverseFrequencies;

    private TermVocabulary(List<String> kept, Frequencies frequencies, boolean rarityCounts) {
        columns.defaultReturnValue(-1);
        this.inverseFrequencies = new double[kept.size()];
        for (String term : kept) {
            inverseFrequencies[columns.size()] = rarityCounts ? frequencies.inverse(term) : 1;
            columns.put(term, columns.size());
        }
    }

    /** Of how many items each term is, in order of first appearance. */
    private static final class Frequencies {

        private final Object2IntLinkedOpenHashMap<String> items =
                new Object2IntLinkedOpenHashMap<>();
        private int count;

        Frequencies(Stream<List<String>> terms) {
            terms.forEach(
                    own -> {
                        count++;
                        own.stream().distinct().forEach(term -> items.addTo(term, 1));
                    });
        }

        double inverse(String term) {
            return 1 + Math.log((1.0 + count) / (1 + items.getInt(term)));
        }

        List<String> ofAtLeast(int leastItems) {
            List<String> kept = new ArrayList<>(items.keySet());
            kept.removeIf(term -> items.getInt(term) < leastItems);
            return kept;
        }
    }

    /**
     * All terms, in order of first appearance.
     *
     * @param terms of each item
     * @param leastItems terms of fewer items say nothing of likeness and are left out
     * @param rarityCounts whether rare terms weigh more
     */
    public static TermVocabulary all(
            Stream<List<String>> terms, int leastItems, boolean rarityCounts) {
        Frequencies frequencies = new Frequencies(terms);
        return new TermVocabulary(frequencies.ofAtLeast(leastItems), frequencies, rarityCounts);
    }

    /** So many of the most frequent terms, most frequent first, of equals those met first. */
    public static TermVocabulary mostFrequent(
            Stream<List<String>> terms, int leastItems, int most) {
        Frequencies frequencies = new Frequencies(terms);
        List<String> kept = frequencies.ofAtLeast(leastItems);
        kept.sort(Comparator.comparingInt(frequencies.items::getInt).reversed());
        return new TermVocabulary(kept.subList(0, Math.min(most, kept.size())), frequencies, true);
    }

    /** How many terms have a column. */
    public int width() {
        return columns.size();
    }

    /** How often an item has each column's term; columns come in order of first appearance. */
    public Int2IntMap counts(List<String> terms) {
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
        for (String term : terms) {
            int column = columns.getInt(term);
            if (column >= 0) {
                counts.addTo(column, 1);
            }
        }
        return counts;
    }

    /** The weighted values of these columns, in their order, as a vector of this length. */
    public double[] values(int[] ownColumns, Int2IntMap counts, double length) {
        double[] values = new double[ownColumns.length];
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            int column = ownColumns[i];
            values[i] = (1 + Math.log(counts.get(column))) * inverseFrequencies[column];
            squares += values[i] * values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = length * values[i] / Math.sqrt(squares);
        }
        return values;
    }
}
