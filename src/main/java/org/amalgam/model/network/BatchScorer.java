package org.amalgam.model.network;

import org.amalgam.model.network.Gemm.Operand;

/** Scores all items for many queries at a time, on BLAS. The rows are those given at first. */
public final class BatchScorer implements AutoCloseable {

    private final int items;
    private final int width;
    private final NativeFloats rows = new NativeFloats();
    private final NativeFloats queries = new NativeFloats();
    private final NativeFloats products = new NativeFloats();

    /**
     * @param table [items × width], such as {@link ItemRows#copy}
     */
    public BatchScorer(float[] table, int width) {
        this.items = table.length / width;
        this.width = width;
        rows.reserve(table.length).write(0, table, 0, table.length);
    }

    /**
     * Scores of all items by {@code count} queries from number {@code from} on.
     *
     * @param all [queries × width]
     * @param filled [count × items]
     */
    public void score(float[] all, int from, int count, float[] filled) {
        queries.reserve(count * width).write(0, all, from * width, count * width);
        products.reserve(count * items);
        Operand turned = Operand.transpose(rows, 0);
        Gemm.multiply(count, items, width, Operand.of(queries, 0), turned, products, 0, false);
        products.read(0, filled, 0, count * items);
    }

    @Override
    public void close() {
        rows.close();
        queries.close();
        products.close();
    }
}
