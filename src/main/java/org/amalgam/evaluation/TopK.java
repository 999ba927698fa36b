package org.amalgam.evaluation;

import java.util.BitSet;
import org.amalgam.kernel.FloatKernels;

/**
 * Selects the k best items, equal scores by lower item number. O(n + h·log k) for h items that ever
 * reach the best k; allocates only the result. Keeps its heap between calls: one thread makes all
 * calls.
 */
public final class TopK {

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final int k;
    private final float[] heapScores;
    private final int[] heapItems;
    private int size;

    /**
     * Selects this many.
     *
     * @throws IllegalArgumentException if k is below 1
     */
    public TopK(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("top " + k);
        }
        this.k = k;
        this.heapScores = new float[k];
        this.heapItems = new int[k];
    }

    /**
     * The best candidates, best first; fewer than k when there are fewer.
     *
     * @param scores by item, all finite
     */
    public int[] select(float[] scores, BitSet candidates) {
        size = 0;
        int item = candidates.nextSetBit(0);
        while (size < k && item >= 0 && item < scores.length) {
            size++;
            siftUp(size - 1, scores[item], item);
            item = candidates.nextSetBit(item + 1);
        }
        if (size == k && item >= 0) {
            selectFrom(item, scores, candidates);
        }
        return drain();
    }

    /** An equal score loses against the worst kept one, whose number is lower. */
    private void selectFrom(int first, float[] scores, BitSet candidates) {
        int item = KERNELS.nextAbove(scores, first, scores.length, heapScores[0]);
        while (item < scores.length) {
            if (candidates.get(item)) {
                siftDown(scores[item], item);
            }
            item = KERNELS.nextAbove(scores, item + 1, scores.length, heapScores[0]);
        }
    }

    private int[] drain() {
        int[] best = new int[size];
        for (int place = size - 1; place >= 0; place--) {
            best[place] = heapItems[0];
            size--;
            siftDown(heapScores[size], heapItems[size]);
        }
        return best;
    }

    private void siftUp(int from, float score, int item) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) / 2;
            if (!worse(score, item, heapScores[parent], heapItems[parent])) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, score, item);
    }

    private void siftDown(float score, int item) {
        int hole = 0;
        while (true) {
            int child = 2 * hole + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && worseAt(child + 1, child)) {
                child++;
            }
            if (!worse(heapScores[child], heapItems[child], score, item)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, score, item);
    }

    private void move(int from, int to) {
        put(to, heapScores[from], heapItems[from]);
    }

    private void put(int at, float score, int item) {
        heapScores[at] = score;
        heapItems[at] = item;
    }

    private boolean worseAt(int a, int b) {
        return worse(heapScores[a], heapItems[a], heapScores[b], heapItems[b]);
    }

    private static boolean worse(float score, int item, float otherScore, int otherItem) {
        return score < otherScore || (score == otherScore && item > otherItem);
    }
}
