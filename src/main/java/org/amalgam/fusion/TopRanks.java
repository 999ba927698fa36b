package org.amalgam.fusion;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import org.amalgam.kernel.FloatKernels;

/**
 * The mean ranks, among all items, of those within a depth. Items at the lowest score are left out:
 * a member says nothing of them.
 *
 * @param items best first, of ties the one with the lower number
 * @param ranks each one's mean rank, from 1, ≤ depth
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TopRanks(int[] items, double[] ranks) {

    private static final FloatKernels KERNELS = FloatKernels.best();

    static TopRanks of(float[] scores, int depth) {
        float low = KERNELS.lowest(scores, scores.length);
        TopItems top = new TopItems(depth);
        top.select(scores, low);
        float threshold = (float) top.threshold(low);
        // All that tie with the last one belong to its block, not only those that were selected.
        LongArrayList found = new LongArrayList(2 * depth);
        float below = threshold > low ? Math.nextDown(threshold) : low;
        int item = KERNELS.nextAbove(scores, 0, scores.length, below);
        while (item < scores.length) {
            found.add(TopItems.entry(scores[item], item));
            item = KERNELS.nextAbove(scores, item + 1, scores.length, below);
        }
        long[] entries = found.toLongArray();
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
