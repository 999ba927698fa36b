package org.amalgam.model.network;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/**
 * Products of dense row-major matrices on OpenBLAS. The last bits depend on its number of threads
 * (OMP_NUM_THREADS), which is therefore part of a run's record.
 */
public final class Gemm {

    private Gemm() {}

    /** A matrix, or its transpose, that starts inside {@link NativeFloats}. */
    public record Operand(NativeFloats floats, int at, boolean transposed) {

        /** The matrix stored from position {@code at} on. */
        public static Operand of(NativeFloats floats, int at) {
            return new Operand(floats, at, false);
        }

        /** The transpose of the matrix stored from position {@code at} on. */
        public static Operand transpose(NativeFloats floats, int at) {
            return new Operand(floats, at, true);
        }
    }

    /**
     * C = A·B, or C += A·B, with C [m × n] and an inner length k. The operands are the matrices
     * after transposition: A is [m × k] and B [k × n].
     *
     * @param c where C starts; not one of A's or B's {@link NativeFloats}
     */
    public static void multiply(
            int m, int n, int k, Operand a, Operand b, NativeFloats c, int at, boolean accumulate) {
        cblas_sgemm(
                CblasRowMajor,
                a.transposed() ? CblasTrans : CblasNoTrans,
                b.transposed() ? CblasTrans : CblasNoTrans,
                m,
                n,
                k,
                1f,
                a.floats().at(a.at()),
                a.transposed() ? m : k,
                b.floats().at(b.at()),
                b.transposed() ? k : n,
                accumulate ? 1f : 0f,
                c.at(at),
                n);
    }
}
