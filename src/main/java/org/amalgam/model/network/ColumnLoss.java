package org.amalgam.model.network;

/**
 * A loss over scores of columns. Scores lie column by column, [columns × targets], so that all
 * loops run over targets and can be vectorised.
 */
interface ColumnLoss {

    /**
     * Turns scores into the gradient of {@code scale} · Σ loss, in place.
     *
     * @param scores q·e + bias
     * @param targets how many targets; the length of a row
     * @return Σ loss over targets, not scaled
     */
    double gradient(Columns columns, float[] scores, int targets, float scale);
}
