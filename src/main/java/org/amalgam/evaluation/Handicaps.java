package org.amalgam.evaluation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What takes items out of a ranking when it is added to their scores: 0 for candidates, −∞ for
 * others. Kept from call to call, as candidates mostly only become a few more. One thread makes all
 * calls.
 */
final class Handicaps {

    private final BitSet known = new BitSet();
    private float[] values = new float[0];

    /**
     * The handicaps of all items; not a copy.
     *
     * @param items how many there are
     */
    float[] of(BitSet candidates, int items) {
        if (values.length != items) {
            refill(items);
        } else if (candidates.equals(known)) {
            return values;
        }
        BitSet gone = (BitSet) known.clone();
        gone.andNot(candidates);
        if (!gone.isEmpty()) {
            refill(items);
        }
        BitSet admitted = (BitSet) candidates.clone();
        admitted.andNot(known);
        admitted.stream().filter(item -> item < items).forEach(item -> values[item] = 0);
        known.or(admitted);
        return values;
    }

    private void refill(int items) {
        values = new float[items];
        Arrays.fill(values, Float.NEGATIVE_INFINITY);
        known.clear();
    }
}
