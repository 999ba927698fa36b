package org.amalgam.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists of evenly spaced cases, between {@value #LEAST} and {@value #MOST} once there have been so
 * many: every n-th list is kept, and n doubles whenever the sample is full. Which ones are kept
 * depends on their number alone. One thread makes all calls.
 */
final class ListSample {

    /** As few as this are kept of a long run. */
    static final int LEAST = 250;

    /** Never more than this. */
    static final int MOST = 2 * LEAST;

    private List<int[]> kept = new ArrayList<>();
    private long every = 1;
    private long seen;

    /** Another with the same lists, that goes on apart from this one. */
    ListSample copy() {
        ListSample other = new ListSample();
        other.kept = new ArrayList<>(kept);
        other.every = every;
        other.seen = seen;
        return other;
    }

    /** Offers the next list; it is kept as it is, not copied. */
    void offer(int[] list) {
        if (seen++ % every != 0) {
            return;
        }
        if (kept.size() == MOST) {
            List<int[]> half = new ArrayList<>(MOST);
            for (int i = 0; i < MOST; i += 2) {
                half.add(kept.get(i));
            }
            kept = half;
            every *= 2;
        }
        kept.add(list);
    }

    List<int[]> lists() {
        return List.copyOf(kept);
    }
}
