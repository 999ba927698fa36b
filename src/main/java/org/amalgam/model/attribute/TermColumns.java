package org.amalgam.model.attribute;

import it.unimi.dsi.fastutil.ints.Int2IntRBTreeMap;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.amalgam.domain.Item;

/**
 * Columns of one kind of term, numbered on training items; terms met later have none. Weighted by
 * (1 + ln tf) · (1 + ln((1 + n) / (1 + df))), an item's entries of the length {@code weight}, as
 * Manning, Raghavan and Schütze (2008), section 6.4. Immutable.
 */
final class TermColumns {

    private static final int LEAST_ITEMS = 2;

    private final Function<Item, List<String>> terms;
    private final double weight;
    private final Object2IntLinkedOpenHashMap<String> columns = new Object2IntLinkedOpenHashMap<>();
    private final double[] rarity;

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
        columns.defaultReturnValue(-1);
        Object2IntLinkedOpenHashMap<String> frequencies = new Object2IntLinkedOpenHashMap<>();
        for (Item item : training) {
            terms.apply(item).stream().distinct().forEach(term -> frequencies.addTo(term, 1));
        }
        List<String> kept = new ArrayList<>(frequencies.keySet());
        kept.removeIf(term -> frequencies.getInt(term) < LEAST_ITEMS);
        kept.sort(Comparator.comparingInt(frequencies::getInt).reversed());
        kept = kept.subList(0, Math.min(most, kept.size()));
        this.rarity = new double[kept.size()];
        for (String term : kept) {
            rarity[columns.size()] =
                    1 + Math.log((1.0 + training.size()) / (1 + frequencies.getInt(term)));
            columns.put(term, columns.size());
        }
    }

    int width() {
        return rarity.length;
    }

    /** Hands over an item's columns, ascending, with their values. */
    void write(Item item, BiConsumer<Integer, Double> entry) {
        Int2IntRBTreeMap counts = new Int2IntRBTreeMap();
        for (String term : terms.apply(item)) {
            int column = columns.getInt(term);
            if (column >= 0) {
                counts.addTo(column, 1);
            }
        }
        double squares = 0;
        for (int column : counts.keySet()) {
            squares += Math.pow(value(column, counts), 2);
        }
        for (int column : counts.keySet()) {
            entry.accept(column, weight * value(column, counts) / Math.sqrt(squares));
        }
    }

    private double value(int column, Int2IntRBTreeMap counts) {
        return (1 + Math.log(counts.get(column))) * rarity[column];
    }
}
