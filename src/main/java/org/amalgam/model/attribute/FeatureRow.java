package org.amalgam.model.attribute;

/**
 * One item as a classifier reads it; what is not known of it has no entry.
 *
 * @param columns ascending, each once
 * @param values value of each column, not 0
 */
@SuppressWarnings("ArrayRecordComponent") // filled once, never compared
record FeatureRow(int[] columns, double[] values) {

    boolean isEmpty() {
        return columns.length == 0;
    }
}
