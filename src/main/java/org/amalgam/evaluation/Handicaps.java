package org.amalgam.evaluation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What takes items out of a ranking when it is added to their scores: 0 for candidates, −∞ for
 * others. Kept from call to call, as candidates are mostly the same, but for a few. One thread
 * makes all calls.
 */
final class Handicaps {

    private final BitSet known = new BitSet();
    private final BitSet changed = new BitSet();
    private float[] values = new float[0];

    /**
     * The handicaps of all items; not a copy.
     *
     * @param candidates only read here, which several threads may do at a time as long as none
     *     changes it
     * @param items how many there are
     */
    float[] of(BitSet candidates, int items) {
        if (values.length != items) {
            values = new float[items];
            Arrays.fill(values, Float.NEGATIVE_INFINITY);
            known.clear();
        }
        // Not by equals() or clone(), which trim what they are asked about.
        changed.clear();
        changed.or(known);
        changed.xor(candidates);
        for (int item = changed.nextSetBit(0); item >= 0; item = changed.nextSetBit(item + 1)) {
            if (item < items) {
                values[item] = candidates.get(item) ? 0 : Float.NEGATIVE_INFINITY;
            }
        }
        known.xor(changed);
        return values;
    }
}
