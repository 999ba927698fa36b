package org.amalgam.model.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.Item;
import org.amalgam.model.content.ContentField;
import org.amalgam.model.content.ItemTokens;
import org.amalgam.model.content.PriceBins;

/**
 * Items as rows for a classifier: words of both titles and characters within them (English and
 * Chinese), brand, every level of the category, price as one of ten bands and as a logarithm; all
 * but what is to be guessed. What is absent has no entry. Fitted on training items alone.
 * Immutable.
 *
 * <p>Weights are those of the content vectors. The logarithm of the price, ln(1 + price), is laid
 * on [.5, 1] between the training items' least and highest, so that an absent price, which reads as
 * 0, lies apart from every known one.
 */
final class ItemEncoder {

    private static final double WORDS = 1;
    private static final double PIECES = 0.6;
    private static final double BRAND = 0.5;
    private static final double CATEGORY = 0.6;
    private static final double PRICE = 0.3;
    private static final int BANDS = 10;

    /** Steps of the logarithm of the price; a tree tries every value it meets. */
    private static final double STEPS = 64;

    private final boolean presence;
    private final List<TermColumns> families = new ArrayList<>();

    /** What each column is of, in their order; after the families' the price's own. */
    private final List<ContentField> fields = new ArrayList<>();

    private final boolean readsPrice;
    private final double least;
    private final double highest;

    /**
     * @param target which is left out
     * @param most columns at most of titles, and again of the rest
     * @param presence whether terms count as there or not, words alone being taken of titles;
     *     otherwise they are weighted and rows have length 1
     */
    ItemEncoder(Collection<Item> training, Attribute target, int most, boolean presence) {
        this.presence = presence;
        int words = presence ? most : most / 2;
        add(ContentField.TITLE, new TermColumns(training, ItemTokens::words, WORDS, words));
        if (!presence) {
            TermColumns pieces = new TermColumns(training, ItemTokens::pieces, PIECES, most / 2);
            add(ContentField.TITLE, pieces);
        }
        if (target != Attribute.BRAND) {
            TermColumns brands = new TermColumns(training, ItemTokens::brand, BRAND, most / 2);
            add(ContentField.BRAND, brands);
        }
        if (target != Attribute.CATEGORY) {
            add(
                    ContentField.CATEGORY,
                    new TermColumns(training, ItemTokens::categories, CATEGORY, most / 2));
        }
        double[] logarithms =
                training.stream()
                        .map(Item::price)
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(price -> Math.log1p(price.getAsDouble()))
                        .toArray();
        this.least = Arrays.stream(logarithms).min().orElse(0);
        this.highest = Arrays.stream(logarithms).max().orElse(0);
        // A classifier must not meet a column that no training item had.
        this.readsPrice = target != Attribute.PRICE_BAND && logarithms.length > 0;
        if (readsPrice) {
            PriceBins bands = PriceBins.of(List.copyOf(training), BANDS);
            add(ContentField.PRICE, new TermColumns(training, bands::term, PRICE, BANDS));
            fields.add(ContentField.PRICE);
        }
    }

    private void add(ContentField field, TermColumns family) {
        families.add(family);
        fields.addAll(Collections.nCopies(family.width(), field));
    }

    /** Columns of every row. */
    int width() {
        return fields.size();
    }

    /** What a row has entries of. */
    Set<ContentField> told(FeatureRow row) {
        Set<ContentField> told = EnumSet.noneOf(ContentField.class);
        for (int column : row.columns()) {
            told.add(fields.get(column));
        }
        return told;
    }

    /** An item, a training item or not. */
    FeatureRow encode(Item item) {
        List<Integer> columns = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        int offset = 0;
        for (TermColumns family : families) {
            int start = offset;
            family.write(
                    item,
                    (column, value) -> {
                        columns.add(start + column);
                        values.add(presence ? 1 : value);
                    });
            offset += family.width();
        }
        if (readsPrice && item.price().isPresent()) {
            columns.add(offset);
            values.add((presence ? 1 : PRICE) * place(item.price().getAsDouble()));
        }
        return row(columns, values);
    }

    /** Where a price lies, in [.5, 1]. */
    private double place(double price) {
        double share = highest > least ? (Math.log1p(price) - least) / (highest - least) : 0.5;
        return 0.5 + Math.rint(STEPS * Math.min(1, Math.max(0, share))) / STEPS / 2;
    }

    private FeatureRow row(List<Integer> columns, List<Double> values) {
        double squares = values.stream().mapToDouble(value -> value * value).sum();
        double length = presence ? 1 : Math.sqrt(squares);
        return new FeatureRow(
                columns.stream().mapToInt(Integer::intValue).toArray(),
                values.stream().mapToDouble(value -> value / length).toArray());
    }
}
