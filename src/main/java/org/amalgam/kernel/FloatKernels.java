package org.amalgam.kernel;

/**
 * Loops over floats, each in one pass without allocation. All implementations give the same results
 * to the last bit: sums are taken in the same order with fused multiply-add, everything else only
 * compares. Stateless, thread-safe.
 */
public interface FloatKernels {

    /** Items that lie side by side, dimension by dimension; see {@link ScoreTable}. */
    int GROUP = 64;

    /** How many partial sums a sum is taken in, so that it comes out alike on all vectors. */
    int SUMS = 32;

    /** Columns of a block of values that {@link #columnMaxima} looks at. */
    int COLUMNS = 16;

    /** Values of a block: {@value #COLUMNS} rows of as many, one after the other. */
    int BLOCK = COLUMNS * COLUMNS;

    /** Adds partial sums up pairwise: the first half to the second, and so on. */
    static double total(double[] partial) {
        for (int half = partial.length / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                partial[i] += partial[i + half];
            }
        }
        return partial[0];
    }

    /** How many columns all blocks of so many values have. */
    static int columns(int count) {
        return (count + BLOCK - 1) / BLOCK * COLUMNS;
    }

    /** The fastest ones that this JVM can run. */
    static FloatKernels best() {
        return BestKernels.FOUND;
    }

    /** What they run on, such as {@code vectors of 16 floats} or {@code plain Java}. */
    String name();

    /** Floats that are taken at once. */
    default int lanes() {
        return 1;
    }

    /**
     * Scores whole groups: {@code scores[i] = bias i + Σ query[j] · element j of item i}, added in
     * rising j.
     *
     * @param table groups of {@link #GROUP} items, each the items' biases and then their elements
     *     dimension by dimension: (width + 1) · GROUP floats
     * @param from first group
     * @param to the group after the last
     * @param scores filled from {@code at} on, with {@link #GROUP} scores a group
     */
    void score(float[] table, int from, int to, float[] query, float[] scores, int at);

    /** How many queries {@link #scoreTogether} takes. */
    int TOGETHER = 4;

    /**
     * Scores whole groups by {@value #TOGETHER} queries of one length, reading the table once; each
     * query's scores are those of {@link #score} to the last bit.
     *
     * @param queries from {@code first} on, as many as there are scores to fill
     * @param scores by query, filled from {@code at} on as {@link #score} says
     */
    default void scoreTogether(
            float[] table,
            int from,
            int to,
            float[][] queries,
            int first,
            float[][] scores,
            int at) {
        for (int query = first; query < first + TOGETHER; query++) {
            score(table, from, to, queries[query], scores[query], at);
        }
    }

    /**
     * The first place from {@code from} on with a value above the threshold; {@code to} if none.
     */
    int nextAbove(float[] values, int from, int to, float threshold);

    /**
     * Where a value stands among the first {@code count} ones, to each of which something was
     * added.
     *
     * @param added 0, or −∞ for those that take no part
     */
    Standing standing(float[] values, float[] added, int count, float value);

    /**
     * Where a value stands among others.
     *
     * @param above how many are above it
     * @param reached how many are equal to it or above it
     */
    record Standing(int above, int reached) {}

    /** The lowest of the first {@code count} values; infinite when there are none. */
    float lowest(float[] values, int count);

    /** The ends of the first {@code count} values; infinite and turned round without any. */
    Extremes extremes(float[] values, int count);

    /**
     * The ends of some values.
     *
     * @param low the lowest; 0 for −0
     * @param high the highest; 0 for −0
     */
    record Extremes(float low, float high) {}

    /**
     * Fills in the highest value of each column: column c of block b has the values {@value #BLOCK}
     * · b + {@value #COLUMNS} · r + c of all rows r. It is 0 for −0, and −∞ without any value.
     *
     * @param maxima as many as {@link #columns} says, or more
     * @return the lowest of all values, 0 for −0; infinite when there are none
     */
    float columnMaxima(float[] values, int count, float[] maxima);

    /** Mean and variance of the first {@code count} values, of which there is at least one. */
    Moments moments(float[] values, int count);

    /**
     * Of some values.
     *
     * @param variance mean squared distance from the mean; 0 exactly when all are the same
     */
    record Moments(double mean, double variance) {

        /**
         * From sums of distances to a value near the others, which keeps the difference of squares
         * exact enough.
         *
         * @param sums partial ones, overwritten
         * @param squares likewise, of squared distances
         */
        public static Moments of(double near, double[] sums, double[] squares, int count) {
            double distance = total(sums) / count;
            double variance = total(squares) / count - distance * distance;
            return new Moments(near + distance, Math.max(0, variance));
        }
    }

    /**
     * Fills the first {@code count} targets with Σ factor · (value − zero) over all columns, added
     * in their order, in doubles, and rounded once.
     *
     * @param columns as many values each, or more
     * @param zeros by column
     * @param factors by column
     */
    void mix(float[][] columns, double[] zeros, double[] factors, int count, float[] targets);

    /**
     * Fills the first {@code count} terms with {@link DoubleMath#term} of (value − zero) · factor,
     * rounded.
     *
     * @param zero no value is above it
     * @param factor 0 or above
     * @return their sum before they were rounded, in {@value #SUMS} interleaved partial sums
     */
    double exponentials(float[] values, int count, double zero, double factor, float[] terms);

    /** Whether all of the first {@code count} values are numbers and not infinite. */
    boolean allFinite(float[] values, int count);
}
