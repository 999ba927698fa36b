package org.amalgam.fusion;

import java.util.Arrays;
import org.amalgam.kernel.HighValues;

/**
 * The mean ranks, among all items, of those within a depth. Items at the lowest score are left out:
 * a member says nothing of them.
 *
 * @param items best first, of ties the one with the lower number
 * @param ranks each one's mean rank, from 1, ≤ depth
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TopRanks(int[] items, double[] ranks) {

    /** The first ranks of the scores that {@code high} looks at. */
    static TopRanks of(float[] scores, HighValues high, int depth) {
        // All that tie with the last one belong to its block, so that there may be more than depth.
        float bound = Math.max(high.bound(depth), Math.nextUp(high.low()));
        long[] entries = new long[high.find(bound)];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = TopItems.entry(scores[high.place(i)], high.place(i));
        }
        Arrays.sort(entries);
        return within(entries, depth);
    }

    /**
     * @param entries worst first
     */
    private static TopRanks within(long[] entries, int depth) {
        int n = entries.length;
        int[] items = new int[n];
        double[] ranks = new double[n];
        int size = 0;
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && TopItems.tie(entries[n - 1 - to], entries[n - 1 - from])) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to && rank <= depth; i++) {
                items[size] = TopItems.item(entries[n - 1 - i]);
                ranks[size++] = rank;
            }
            from = to;
        }
        return new TopRanks(Arrays.copyOf(items, size), Arrays.copyOf(ranks, size));
    }
}
