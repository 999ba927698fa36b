package org.amalgam.evaluation;

import java.util.BitSet;
import org.amalgam.kernel.FloatKernels;
import org.amalgam.kernel.HighValues;

/**
 * Selects the k best items, equal scores by lower item number. Looks once at all scores for a bound
 * that about k of them reach, and then at those alone; allocates only the result. Keeps room
 * between calls: one thread makes all calls.
 */
public final class TopK {

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final HighValues high = new HighValues();
    private final Handicaps handicaps = new Handicaps();
    private float[] own = new float[0];
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
        moveOthersBelow(scores, candidates);
        high.look(own);
        float bound = high.bound(k);
        offerAbove(bound);
        if (bound > Float.NEGATIVE_INFINITY) {
            offerTied(bound);
        }
        return drain();
    }

    /** Fills in the scores, those of others moved below all. */
    private void moveOthersBelow(float[] scores, BitSet candidates) {
        float[] added = handicaps.of(candidates, scores.length);
        if (own.length != scores.length) {
            own = new float[scores.length];
        }
        for (int item = 0; item < scores.length; item++) {
            own[item] = scores[item] + added[item];
        }
    }

    private void offerAbove(float bound) {
        int found = high.find(Math.nextUp(bound));
        for (int i = 0; i < found; i++) {
            offer(own[high.place(i)], high.place(i));
        }
    }

    /** Of those at the bound itself, which may be nearly all, the first are enough. */
    private void offerTied(float bound) {
        float below = Math.nextDown(bound);
        int item = -1;
        while (size < k) {
            item = KERNELS.nextAbove(own, item + 1, own.length, below);
            if (item >= own.length) {
                return;
            }
            if (own[item] == bound) {
                offer(own[item], item);
            }
        }
    }

    private void offer(float score, int item) {
        if (size < k) {
            size++;
            siftUp(size - 1, score, item);
        } else if (worse(heapScores[0], heapItems[0], score, item)) {
            siftDown(score, item);
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
