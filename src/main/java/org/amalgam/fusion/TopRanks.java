package org.amalgam.fusion;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;
import org.amalgam.kernel.FloatKernels;

/**
 * The mean ranks, among all items, of those within a depth. Items at the lowest score are left out:
 * a member says nothing of them.
 *
 * @param items in no order
 * @param ranks each one's mean rank, from 1, ≤ depth
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TopRanks(int[] items, double[] ranks) {

    private static final FloatKernels KERNELS = FloatKernels.best();

    static TopRanks of(float[] scores, int depth) {
        float low = ScoreScale.low(scores);
        BitSet all = new BitSet(scores.length);
        all.set(0, scores.length);
        TopItems top = new TopItems(depth);
        top.select(scores, all, low);
        float threshold = (float) top.threshold(low);
        // All that tie with the last one belong to its block, not only those that were selected.
        IntArrayList found = new IntArrayList();
        float below = threshold > low ? Math.nextDown(threshold) : low;
        int item = KERNELS.nextAbove(scores, 0, scores.length, below);
        while (item < scores.length) {
            found.add(item);
            item = KERNELS.nextAbove(scores, item + 1, scores.length, below);
        }
        return within(scores, found, depth);
    }

    private static TopRanks within(float[] scores, IntArrayList found, int depth) {
        found.sort((a, b) -> Float.compare(scores[b] + 0f, scores[a] + 0f));
        IntArrayList items = new IntArrayList();
        it.unimi.dsi.fastutil.doubles.DoubleArrayList ranks =
                new it.unimi.dsi.fastutil.doubles.DoubleArrayList();
        for (int from = 0; from < found.size(); ) {
            int to = from + 1;
            while (to < found.size() && scores[found.getInt(to)] == scores[found.getInt(from)]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to && rank <= depth; i++) {
                items.add(found.getInt(i));
                ranks.add(rank);
            }
            from = to;
        }
        return new TopRanks(items.toIntArray(), ranks.toDoubleArray());
    }
}
