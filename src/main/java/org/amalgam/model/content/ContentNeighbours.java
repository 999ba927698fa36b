package org.amalgam.model.content;

import java.util.Arrays;
import java.util.EnumSet;
import org.amalgam.domain.Catalogue;

/**
 * How alike items are by what they are: the cosine of their weighted words, brand, category and
 * price band, in [0, 1]. Immutable, thread-safe.
 */
public final class ContentNeighbours {

    private final SparseRows rows;

    public ContentNeighbours(Catalogue catalogue) {
        this.rows = ContentMatrix.of(catalogue, EnumSet.allOf(ContentField.class));
    }

    /**
     * Fills in how alike each item is to this one; 0 for those that share nothing with it.
     *
     * @param likeness as many as items
     */
    public void likeness(int item, float[] likeness) {
        float[] own = new float[rows.width()];
        for (int e = rows.starts()[item]; e < rows.starts()[item + 1]; e++) {
            own[rows.columns()[e]] = rows.values()[e];
        }
        Arrays.fill(likeness, 0);
        for (int row = 0; row < rows.rows(); row++) {
            for (int e = rows.starts()[row]; e < rows.starts()[row + 1]; e++) {
                likeness[row] += own[rows.columns()[e]] * rows.values()[e];
            }
        }
    }
}
