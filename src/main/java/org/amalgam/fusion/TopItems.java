package org.amalgam.fusion;

import java.util.Arrays;
import java.util.BitSet;
import org.amalgam.kernel.FloatKernels;

/**
 * The candidates that a member puts highest, at most n, equal scores by lower item number. Items at
 * the member's lowest score are left out: it says nothing of them. Keeps its heap between calls:
 * one thread makes all calls.
 */
final class TopItems {

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final int n;
    private final long[] heap;
    private int size;

    TopItems(int n) {
        this.n = n;
        this.heap = new long[n];
    }

    /**
     * Selects; {@link #items} and {@link #threshold} then tell.
     *
     * @param low the lowest of all scores
     */
    void select(float[] scores, BitSet candidates, double low) {
        size = 0;
        float worst = (float) low;
        int item = KERNELS.nextAbove(scores, 0, scores.length, worst);
        while (item < scores.length) {
            if (candidates.get(item)) {
                long entry = entry(scores[item], item);
                if (size < n) {
                    heap[size] = entry;
                    siftUp(size++);
                } else {
                    heap[0] = entry;
                    siftDown();
                }
                worst = size == n ? score(heap[0]) : worst;
            }
            item = KERNELS.nextAbove(scores, item + 1, scores.length, worst);
        }
    }

    /** The selected items, in no order. */
    int[] items() {
        int[] items = new int[size];
        for (int i = 0; i < size; i++) {
            items[i] = item(heap[i]);
        }
        return items;
    }

    /** The selected items, best first. */
    int[] ordered() {
        long[] entries = Arrays.copyOf(heap, size);
        Arrays.sort(entries);
        int[] items = new int[size];
        for (int i = 0; i < size; i++) {
            items[i] = item(entries[size - 1 - i]);
        }
        return items;
    }

    /** No candidate that was not selected has a higher score. */
    double threshold(double low) {
        return size == n ? score(heap[0]) : low;
    }

    /** Compares as the score does, then as the lower item number. */
    static long entry(float score, int item) {
        int bits = Float.floatToIntBits(score + 0f);
        int ordered = bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
        return (long) ordered << 32 | (Integer.MAX_VALUE - item);
    }

    static int item(long entry) {
        return Integer.MAX_VALUE - (int) entry;
    }

    /** Whether two entries have the same score. */
    static boolean tie(long one, long other) {
        return one >> 32 == other >> 32;
    }

    private static float score(long entry) {
        int ordered = (int) (entry >> 32);
        return Float.intBitsToFloat(ordered >= 0 ? ordered : ordered ^ Integer.MAX_VALUE);
    }

    private void siftUp(int from) {
        int at = from;
        long entry = heap[at];
        while (at > 0 && heap[(at - 1) / 2] > entry) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = entry;
    }

    private void siftDown() {
        int at = 0;
        long entry = heap[0];
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= entry) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = entry;
    }
}
