package org.amalgam.model.baseline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How often each item occurred, and all together. */
final class ItemCounts {

    private final int[] counts;
    private long total;

    ItemCounts(int items) {
        counts = new int[items];
    }

    void add(int item) {
        counts[item]++;
        total++;
    }

    int of(int item) {
        return counts[item];
    }

    /** Sets every score to {@code weight} times the item's share of all events; below weight. */
    void fillShares(float[] scores, double weight) {
        double factor = weight / (total + 1.0);
        for (int item = 0; item < counts.length; item++) {
            scores[item] = (float) (factor * counts[item]);
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(total);
        for (int count : counts) {
            out.writeInt(count);
        }
    }

    void read(DataInputStream in) throws IOException {
        total = in.readLong();
        for (int item = 0; item < counts.length; item++) {
            counts[item] = in.readInt();
        }
    }
}
