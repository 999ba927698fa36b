package org.amalgam.model.network;

import org.amalgam.model.network.Gemm.Operand;

/** The three large products of a step: scores = W·Qᵀ, dQ = dSᵀ·W and dW = dS·Q. */
final class ColumnProducts implements AutoCloseable {

    private final int width;
    private final NativeFloats columnRows = new NativeFloats();
    private final NativeFloats queries = new NativeFloats();
    private final NativeFloats scores = new NativeFloats();
    private final NativeFloats rowResult = new NativeFloats();
    private final NativeFloats queryResult = new NativeFloats();

    ColumnProducts(int width) {
        this.width = width;
    }

    /** Fills [columns × targets] with the products of column items' rows and queries. */
    void scores(Columns columns, EmbeddingTable items, float[] query, int targets, float[] filled) {
        int size = columns.size();
        columnRows.reserve(size * width);
        queries.reserve(targets * width).write(0, query, 0, targets * width);
        scores.reserve(size * targets);
        Halves.of(
                size,
                (from, to) -> {
                    for (int c = from; c < to; c++) {
                        int row = columns.item(c) * width;
                        columnRows.write(c * width, items.values(), row, width);
                    }
                    Operand rows = Operand.of(columnRows, from * width);
                    Operand turned = Operand.transpose(queries, 0);
                    int at = from * targets;
                    int count = to - from;
                    Gemm.multiply(count, targets, width, rows, turned, scores, at, false);
                    scores.read(at, filled, at, count * targets);
                });
    }

    /** After {@link #scores}: fills the gradients of queries and of column rows. */
    void gradients(
            int columns,
            int targets,
            float[] scoreGradients,
            float[] queryGradients,
            float[] columnGradients) {
        Halves.of(
                columns,
                (from, to) -> {
                    int at = from * targets;
                    scores.write(at, scoreGradients, at, (to - from) * targets);
                });
        rowResult.reserve(columns * width);
        queryResult.reserve(targets * width);
        Operand ofQueries = Operand.transpose(scores, 0);
        Operand rows = Operand.of(columnRows, 0);
        Operand ofRows = Operand.of(scores, 0);
        Operand all = Operand.of(queries, 0);
        Halves.both(
                () -> {
                    Gemm.multiply(targets, width, columns, ofQueries, rows, queryResult, 0, false);
                    queryResult.read(0, queryGradients, 0, targets * width);
                },
                () -> {
                    Gemm.multiply(columns, width, targets, ofRows, all, rowResult, 0, false);
                    rowResult.read(0, columnGradients, 0, columns * width);
                });
    }

    @Override
    public void close() {
        columnRows.close();
        queries.close();
        scores.close();
        rowResult.close();
        queryResult.close();
    }
}
