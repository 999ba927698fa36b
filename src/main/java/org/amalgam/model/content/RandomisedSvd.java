package org.amalgam.model.content;

import java.util.Random;
import org.tribuo.math.la.DenseMatrix;

/**
 * Truncated singular value decomposition by random projection: Halko, Martinsson and Tropp (2011),
 * algorithms 4.4 (subspace iteration) and 5.1. On the JVM alone, eigenvectors included: those of
 * ND4J's LAPACK differed between runs.
 */
final class RandomisedSvd {

    private static final int OVERSAMPLING = 10;
    private static final int ITERATIONS = 4;

    private RandomisedSvd() {}

    /**
     * The rows of A·V = U·Σ for the {@code rank} largest singular values, row-major, columns in
     * falling order of their singular value.
     *
     * @param rank ≤ rows and columns of A
     */
    static float[] project(SparseRows matrix, int rank, long seed) {
        int k = Math.min(rank + OVERSAMPLING, Math.min(matrix.rows(), matrix.width()));
        double[] basis = matrix.times(gaussian(matrix.width() * k, seed), k);
        orthonormalise(basis, matrix.rows(), k);
        for (int i = 0; i < ITERATIONS; i++) {
            basis = matrix.times(matrix.transposeTimes(basis, k), k);
            orthonormalise(basis, matrix.rows(), k);
        }
        double[] small = matrix.transposeTimes(basis, k);
        return rotate(basis, matrix.rows(), k, rank, gram(small, matrix.width(), k));
    }

    private static double[] gaussian(int count, long seed) {
        Random random = new Random(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    /** Gram–Schmidt on the columns, twice, which keeps them orthogonal to rounding. */
    private static void orthonormalise(double[] columns, int rows, int k) {
        double[] flat = transpose(columns, rows, k);
        for (int c = 0; c < k; c++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int other = 0; other < c; other++) {
                    double share = dot(flat, c * rows, flat, other * rows, rows);
                    addScaled(flat, other * rows, -share, flat, c * rows, rows);
                }
            }
            double length = Math.sqrt(dot(flat, c * rows, flat, c * rows, rows));
            // A column inside the span of those before it has nothing left to say.
            double factor = length > 1e-12 ? 1 / length : 0;
            for (int i = c * rows; i < (c + 1) * rows; i++) {
                flat[i] *= factor;
            }
        }
        System.arraycopy(transpose(flat, k, rows), 0, columns, 0, columns.length);
    }

    private static double[] transpose(double[] matrix, int rows, int columns) {
        double[] result = new double[matrix.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[j * rows + i] = matrix[i * columns + j];
            }
        }
        return result;
    }

    private static double dot(double[] a, int aAt, double[] b, int bAt, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[aAt + i] * b[bAt + i];
        }
        return sum;
    }

    private static void addScaled(
            double[] from, int at, double factor, double[] to, int into, int count) {
        for (int i = 0; i < count; i++) {
            to[into + i] += factor * from[at + i];
        }
    }

    /** WᵀW, [k × k]. */
    private static double[][] gram(double[] w, int rows, int k) {
        double[][] gram = new double[k][k];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < k; i++) {
                addScaled(w, row * k, w[row * k + i], gram[i], 0, k);
            }
        }
        return gram;
    }

    /** Q·U·Σ with U and Σ² the eigenvectors and eigenvalues of the Gram matrix. */
    private static float[] rotate(double[] basis, int rows, int k, int rank, double[][] gram) {
        DenseMatrix.EigenDecomposition eigen =
                DenseMatrix.createDenseMatrix(gram)
                        .eigenDecomposition()
                        .orElseThrow(() -> new ArithmeticException("no eigenvalues of content"));
        float[] result = new float[rows * rank];
        for (int c = 0; c < rank; c++) {
            double sigma = Math.sqrt(Math.max(0, eigen.eigenvalues().get(c)));
            double[] own = eigen.getEigenVector(c).toArray();
            double factor = sigma * sign(own);
            for (int row = 0; row < rows; row++) {
                result[row * rank + c] = (float) (factor * dot(basis, row * k, own, 0, k));
            }
        }
        return result;
    }

    /** Eigenvectors come with either sign; this one makes the largest element positive. */
    private static double sign(double[] vector) {
        double largest = 0;
        for (double value : vector) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        return largest < 0 ? -1 : 1;
    }
}
