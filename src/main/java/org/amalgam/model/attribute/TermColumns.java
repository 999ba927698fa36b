package org.amalgam.model.attribute;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.amalgam.domain.Item;
import org.amalgam.model.content.TermVocabulary;

/**
 * Columns of one kind of term, numbered on training items; terms met later have none. An item's
 * entries are of the length {@code weight}. Immutable.
 */
final class TermColumns {

    private static final int LEAST_ITEMS = 2;

    private final Function<Item, List<String>> terms;
    private final double weight;
    private final TermVocabulary vocabulary;

    /**
     * @param most columns; the most frequent terms have them, of equals those met first
     */
    TermColumns(
            Collection<Item> training,
            Function<Item, List<String>> terms,
            double weight,
            int most) {
        this.terms = terms;
        this.weight = weight;
        this.vocabulary =
                TermVocabulary.mostFrequent(training.stream().map(terms), LEAST_ITEMS, most);
    }

    int width() {
        return vocabulary.width();
    }

    /** Hands over an item's columns, ascending, with their values. */
    void write(Item item, BiConsumer<Integer, Double> entry) {
        Int2IntMap counts = vocabulary.counts(terms.apply(item));
        int[] columns = counts.keySet().toIntArray();
        Arrays.sort(columns);
        double[] values = vocabulary.values(columns, counts, weight);
        for (int i = 0; i < columns.length; i++) {
            entry.accept(columns[i], values[i]);
        }
    }
}
