package org.amalgam.model.gan;

import org.amalgam.model.network.FastMath;
import org.amalgam.model.network.Gemm;
import org.amalgam.model.network.Gemm.Operand;
import org.amalgam.model.network.NativeFloats;

/** Products of rows and queries of one width, on BLAS. Keeps its buffers; not thread-safe. */
final class RowProducts implements AutoCloseable {

    private final int width;
    private final NativeFloats left = new NativeFloats();
    private final NativeFloats right = new NativeFloats();
    private final NativeFloats product = new NativeFloats();
    private float[] filled = new float[0];

    RowProducts(int width) {
        this.width = width;
    }

    /**
     * Scores of rows by the queries from number {@code from} on: [rows × count]. The array is
     * filled anew by the next call.
     */
    float[] scores(float[] rows, int rowCount, float[] queries, int from, int count) {
        left.reserve(rowCount * width).write(0, rows, 0, rowCount * width);
        right.reserve(count * width).write(0, queries, from * width, count * width);
        product.reserve(rowCount * count);
        Gemm.multiply(
                rowCount,
                count,
                width,
                Operand.of(left, 0),
                Operand.transpose(right, 0),
                product,
                0,
                false);
        filled = FastMath.atLeast(filled, rowCount * count);
        product.read(0, filled, 0, rowCount * count);
        return filled;
    }

    /** After {@link #scores}: gradients by the first rows, [rows × width], from those by scores. */
    float[] rowGradients(float[] scoreGradients, int rowCount, int count) {
        product.write(0, scoreGradients, 0, rowCount * count);
        left.reserve(rowCount * width);
        Gemm.multiply(
                rowCount,
                width,
                count,
                Operand.of(product, 0),
                Operand.of(right, 0),
                left,
                0,
                false);
        float[] gradients = new float[rowCount * width];
        left.read(0, gradients, 0, gradients.length);
        return gradients;
    }

    @Override
    public void close() {
        left.close();
        right.close();
        product.close();
    }
}
