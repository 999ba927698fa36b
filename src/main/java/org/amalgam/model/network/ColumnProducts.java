package org.amalgam.model.network;

import org.amalgam.model.network.Gemm.Operand;

/** The three large products of a step: scores = W·Qᵀ, dQ = dSᵀ·W and dW = dS·Q. */
final class ColumnProducts implements AutoCloseable {

    private final int width;
    private final NativeFloats columnRows = new NativeFloats();
    private final NativeFloats queries = new NativeFloats();
    private final NativeFloats scores = new NativeFloats();
    private final NativeFloats result = new NativeFloats();

    ColumnProducts(int width) {
        this.width = width;
    }

    /** Fills [columns × targets] with the products of column items' rows and queries. */
    void scores(Columns columns, EmbeddingTable items, float[] query, int targets, float[] filled) {
        int size = columns.size();
        columnRows.reserve(size * width);
        for (int c = 0; c < size; c++) {
            columnRows.write(c * width, items.values(), columns.item(c) * width, width);
        }
        queries.reserve(targets * width).write(0, query, 0, targets * width);
        scores.reserve(size * targets);
        Gemm.multiply(
                size,
                targets,
                width,
                Operand.of(columnRows, 0),
                Operand.transpose(queries, 0),
                scores,
                0,
                false);
        scores.read(0, filled, 0, size * targets);
    }

    /** After {@link #scores}: fills the gradients of queries and of column rows. */
    void gradients(
            int columns,
            int targets,
            float[] scoreGradients,
            float[] queryGradients,
            float[] columnGradients) {
        scores.write(0, scoreGradients, 0, columns * targets);
        result.reserve(Math.max(columns, targets) * width);
        Gemm.multiply(
                targets,
                width,
                columns,
                Operand.transpose(scores, 0),
                Operand.of(columnRows, 0),
                result,
                0,
                false);
        result.read(0, queryGradients, 0, targets * width);
        Gemm.multiply(
                columns,
                width,
                targets,
                Operand.of(scores, 0),
                Operand.of(queries, 0),
                result,
                0,
                false);
        result.read(0, columnGradients, 0, columns * width);
    }

    @Override
    public void close() {
        columnRows.close();
        queries.close();
        scores.close();
        result.close();
    }
}
