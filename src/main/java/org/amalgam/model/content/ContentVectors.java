package org.amalgam.model.content;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.amalgam.domain.Catalogue;

/**
 * A dense vector of what each item is; items alike in words, brand, category or price have vectors
 * that point the same way. An item without content has none, which is not the same as zeros.
 * Immutable, thread-safe.
 */
public final class ContentVectors {

    /** Most dimensions; small catalogues have fewer. */
    public static final int MOST_DIMENSIONS = 200;

    private final int width;
    private final float[] values;
    private final BitSet present;

    private ContentVectors(int width, float[] values, BitSet present) {
        this.width = width;
        this.values = values;
        this.present = present;
    }

    /** Vectors of all that is known of the items; the same seed gives the same. */
    public static ContentVectors of(Catalogue catalogue, long seed) {
        return of(catalogue, EnumSet.allOf(ContentField.class), seed);
    }

    /** Vectors of these fields alone. */
    public static ContentVectors of(Catalogue catalogue, Set<ContentField> fields, long seed) {
        SparseRows terms = ContentMatrix.of(catalogue, fields);
        BitSet present = new BitSet(terms.rows());
        for (int item = 0; item < terms.rows(); item++) {
            present.set(item, terms.starts()[item + 1] > terms.starts()[item]);
        }
        int rank = Math.min(MOST_DIMENSIONS, Math.min(present.cardinality(), terms.width()));
        if (rank == 0) {
            return new ContentVectors(0, new float[0], present);
        }
        return new ContentVectors(rank, RandomisedSvd.project(terms, rank, seed), present);
    }

    /** Items of the catalogue this was made of, with content or without. */
    public int items() {
        return width == 0 ? 0 : values.length / width;
    }

    /** Dimensions; 0 when no item has content. */
    public int width() {
        return width;
    }

    /** Whether the item has content; if not, it has no vector. */
    public boolean has(int item) {
        return present.get(item);
    }

    /** How many items have content. */
    public int count() {
        return present.cardinality();
    }

    /**
     * Copies an item's vector to {@code target[at]} on.
     *
     * @throws IllegalArgumentException if it has no content
     */
    public void copy(int item, float[] target, int at) {
        if (!has(item)) {
            throw new IllegalArgumentException("item " + item + " has no content");
        }
        System.arraycopy(values, item * width, target, at, width);
    }

    /** Cosine of two items' vectors, in [−1, 1]; both must have content. */
    public double likeness(int one, int other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int j = 0; j < width; j++) {
            float a = values[one * width + j];
            float b = values[other * width + j];
            product += (double) a * b;
            ones += (double) a * a;
            others += (double) b * b;
        }
        return ones == 0 || others == 0 ? 0 : product / Math.sqrt(ones * others);
    }
}
