package org.amalgam.evaluation;

/**
 * HR@20 and MRR@20 over the latest cases of one ranker. Sums are made afresh on reading, so no
 * rounding piles up and equal cases give equal bits. One thread makes all calls.
 */
public final class SlidingQuality {

    private static final int DEPTH = 20;

    private final double[] ranks;
    private long cases;
    private int held;

    /**
     * Begins without cases.
     *
     * @param length how many cases the window holds, ≥ 1
     */
    public SlidingQuality(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("window of " + length + " cases");
        }
        ranks = new double[length];
    }

    /**
     * Adds a case; the oldest leaves a full window.
     *
     * @param meanRank from 1; infinite when the ranker abstained
     */
    public void add(double meanRank) {
        ranks[(int) (cases % ranks.length)] = meanRank;
        cases++;
        held = Math.min(held + 1, ranks.length);
    }

    /** Lets all but the latest cases leave the window. */
    public void keepLatest(long number) {
        held = (int) Math.min(held, number);
    }

    /** The figures over the window as it is. */
    public Reading read() {
        int hits = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < held; i++) {
            double rank = ranks[(int) ((cases - held + i) % ranks.length)];
            if (rank <= DEPTH) {
                hits++;
                sum += 1 / rank;
                squares += 1 / (rank * rank);
            }
        }
        double n = Math.max(1, held);
        return new Reading(
                held,
                hits / n,
                Interval.wilson(hits, held),
                sum / n,
                Interval.ofMean(sum, squares, held));
    }

    /**
     * What a window showed.
     *
     * @param cases in the window
     * @param hr20 0 without cases, as is {@code mrr20}
     */
    public record Reading(
            int cases, double hr20, Interval hr20Band, double mrr20, Interval mrr20Band) {}
}
