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

    /** Fewer candidates than one item in so many are looked at one by one. */
    private static final int FEW = 16;

    /** How many more than expected are looked at, to meet enough candidates nearly always. */
    private static final double MARGIN = 1.5;

    private final HighValues high = new HighValues();
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
        int many = candidates.cardinality();
        if (many == 0 || scores.length == 0) {
            return new int[0];
        }
        if (many < scores.length / FEW) {
            offerAll(scores, candidates);
            return drain();
        }
        // Where others take part too, more have to be looked at to meet k candidates.
        double share = Math.min(1, (double) many / scores.length);
        high.look(scores);
        float bound = high.bound(share == 1 ? k : (int) Math.ceil(MARGIN * k / share));
        offerAbove(bound, scores, candidates);
        offerTied(bound, scores, candidates);
        if (size < k && bound > Float.NEGATIVE_INFINITY) {
            size = 0;
            offerAll(scores, candidates);
        }
        return drain();
    }

    private void offerAll(float[] scores, BitSet candidates) {
        int item = candidates.nextSetBit(0);
        while (item >= 0 && item < scores.length) {
            offer(scores[item], item);
            item = candidates.nextSetBit(item + 1);
        }
    }

    private void offerAbove(float bound, float[] scores, BitSet candidates) {
        int found = high.find(Math.nextUp(bound));
        for (int i = 0; i < found; i++) {
            int item = high.place(i);
            if (candidates.get(item)) {
                offer(scores[item], item);
            }
        }
    }

    /** Of those at the bound itself, which may be nearly all, the first are enough. */
    private void offerTied(float bound, float[] scores, BitSet candidates) {
        float below = Math.nextDown(bound);
        int item = -1;
        while (size < k) {
            item = KERNELS.nextAbove(scores, item + 1, scores.length, below);
            if (item >= scores.length) {
                return;
            }
            if (scores[item] == bound && candidates.get(item)) {
                offer(scores[item], item);
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
