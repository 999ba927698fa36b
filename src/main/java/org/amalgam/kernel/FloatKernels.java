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
    int SUMS = 16;

    /** Adds partial sums up pairwise: the first half to the second, and so on. */
    static double total(double[] partial) {
        for (int half = partial.length / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                partial[i] += partial[i + half];
            }
        }
        return partial[0];
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
     * @param scores by query, filled as {@link #score} says
     */
    default void scoreTogether(
            float[] table, int from, int to, float[][] queries, int first, float[][] scores) {
        for (int query = first; query < first + TOGETHER; query++) {
            score(table, from, to, queries[query], scores[query], 0);
        }
    }

    /**
     * The first place from {@code from} on with a value above the threshold; {@code to} if none.
     */
    int nextAbove(float[] values, int from, int to, float threshold);

    /** How many of the first {@code count} values are above the threshold. */
    int countAbove(float[] values, int count, float threshold);

    /** How many of the first {@code count} values are the threshold or above it. */
    int countAtLeast(float[] values, int count, float threshold);

    /** The lowest of the first {@code count} values; infinite when there are none. */
    float lowest(float[] values, int count);

    /** The sum of the first {@code count} values, in {@value #SUMS} interleaved partial sums. */
    double sum(float[] values, int count);

    /** The sum of the first {@code count} values' squared distances from the mean, likewise. */
    double squares(float[] values, int count, double mean);

    /** Adds outer · (inner · ((value − zero) / unit)) to each of the first {@code count} sums. */
    void addScaled(
            float[] values,
            int count,
            double zero,
            double unit,
            double inner,
            double outer,
            double[] sums);

    /** Fills the first {@code count} targets with sum + factor · value, rounded. */
    void combine(double[] sums, double factor, double[] values, int count, float[] target);

    /** Whether all of the first {@code count} values are numbers and not infinite. */
    boolean allFinite(float[] values, int count);
}
