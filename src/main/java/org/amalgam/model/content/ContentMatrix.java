package org.amalgam.model.content;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;

/**
 * The items' terms as one sparse matrix with rows of length 1; a row without entries is an item
 * that shares no content with another.
 */
final class ContentMatrix {

    private static final float WORDS = 1f;
    private static final float PIECES = 0.6f;
    private static final float BRAND = 0.5f;
    private static final float CATEGORY = 0.6f;
    private static final float PRICE = 0.3f;
    private static final int PRICE_BINS = 10;

    private ContentMatrix() {}

    static SparseRows of(Catalogue catalogue, Set<ContentField> fields) {
        List<Item> items = catalogue.items();
        PriceBins prices = PriceBins.of(items, PRICE_BINS);
        List<TermFamily> families = new ArrayList<>();
        if (fields.contains(ContentField.TITLE)) {
            families.add(family(items, ItemTokens::words, WORDS, 2, true));
            families.add(family(items, ItemTokens::pieces, PIECES, 3, true));
        }
        if (fields.contains(ContentField.BRAND)) {
            families.add(family(items, ItemTokens::brand, BRAND, 2, false));
        }
        if (fields.contains(ContentField.CATEGORY)) {
            families.add(family(items, ItemTokens::categories, CATEGORY, 2, false));
        }
        if (fields.contains(ContentField.PRICE)) {
            families.add(family(items, prices::term, PRICE, 2, false));
        }
        return rows(items.size(), families);
    }

    private static TermFamily family(
            List<Item> items,
            Function<Item, List<String>> terms,
            float weight,
            int leastItems,
            boolean rarityCounts) {
        return new TermFamily(items.stream().map(terms).toList(), weight, leastItems, rarityCounts);
    }

    private static SparseRows rows(int items, List<TermFamily> families) {
        int[] starts = new int[items + 1];
        IntArrayList columns = new IntArrayList();
        FloatArrayList values = new FloatArrayList();
        for (int item = 0; item < items; item++) {
            int offset = 0;
            for (TermFamily family : families) {
                Int2IntMap counts = family.counts(item);
                int[] own = counts.keySet().toIntArray();
                Arrays.sort(own);
                for (int column : own) {
                    columns.add(offset + column);
                }
                values.addElements(values.size(), family.values(own, counts));
                offset += family.width();
            }
            starts[item + 1] = values.size();
            normalise(values, starts[item], starts[item + 1]);
        }
        int width = families.stream().mapToInt(TermFamily::width).sum();
        return new SparseRows(starts, columns.toIntArray(), values.toFloatArray(), width);
    }

    private static void normalise(FloatArrayList values, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (double) values.getFloat(i) * values.getFloat(i);
        }
        for (int i = from; i < to; i++) {
            values.set(i, (float) (values.getFloat(i) / Math.sqrt(squares)));
        }
    }
}
