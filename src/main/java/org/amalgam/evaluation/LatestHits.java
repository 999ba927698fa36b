package org.amalgam.evaluation;

import java.util.BitSet;

/** Which of the latest cases were hits. */
final class LatestHits {

    private final int most;
    private final BitSet kept;
    private long cases;
    private int hits;

    /**
     * @param most cases looked at, ≥ 1
     */
    LatestHits(int most) {
        this(most, new BitSet(most));
    }

    private LatestHits(int most, BitSet kept) {
        this.most = most;
        this.kept = kept;
    }

    LatestHits copy() {
        LatestHits other = new LatestHits(most, (BitSet) kept.clone());
        other.cases = cases;
        other.hits = hits;
        return other;
    }

    void add(boolean hit) {
        int at = (int) (cases++ % most);
        hits += (hit ? 1 : 0) - (kept.get(at) ? 1 : 0);
        kept.set(at, hit);
    }

    boolean isFull() {
        return cases >= most;
    }

    int hits() {
        return hits;
    }

    /** Of hits among as many cases as are looked at. */
    double share() {
        return (double) hits / most;
    }
}
