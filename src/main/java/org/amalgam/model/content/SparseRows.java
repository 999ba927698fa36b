package org.amalgam.model.content;

/**
 * A sparse matrix by rows.
 *
 * @param starts where each row's entries start, and as one more element where the last one's end
 * @param columns column of each entry
 * @param values value of each entry
 * @param width number of columns
 */
@SuppressWarnings("ArrayRecordComponent") // filled once, never compared
record SparseRows(int[] starts, int[] columns, float[] values, int width) {

    int rows() {
        return starts.length - 1;
    }

    /** The product with a dense row-major matrix of {@code k} columns. */
    double[] times(double[] dense, int k) {
        double[] product = new double[rows() * k];
        for (int row = 0; row < rows(); row++) {
            for (int e = starts[row]; e < starts[row + 1]; e++) {
                add(values[e], dense, columns[e] * k, product, row * k, k);
            }
        }
        return product;
    }

    /** The product of the transpose with a dense row-major matrix of {@code k} columns. */
    double[] transposeTimes(double[] dense, int k) {
        double[] product = new double[width * k];
        for (int row = 0; row < rows(); row++) {
            for (int e = starts[row]; e < starts[row + 1]; e++) {
                add(values[e], dense, row * k, product, columns[e] * k, k);
            }
        }
        return product;
    }

    private static void add(double factor, double[] from, int at, double[] to, int into, int k) {
        for (int j = 0; j < k; j++) {
            to[into + j] += factor * from[at + j];
        }
    }
}
