package org.amalgam.model.baseline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How often each item occurred, and all together. */
final class ItemCounts {

    private static final double PSEUDO_COUNT = 0.01;

    private final int[] counts;

    /** The same numbers, of which the compiler makes scores several at a time. */
    private final float[] rounded;

    private long total;

    ItemCounts(int items) {
        counts = new int[items];
        rounded = new float[items];
    }

    void add(int item) {
        counts[item]++;
        rounded[item] = counts[item];
        total++;
    }

    int of(int item) {
        return counts[item];
    }

    /** Counts what the other one, of as many items, has counted. */
    void addAll(ItemCounts other) {
        for (int item = 0; item < counts.length; item++) {
            counts[item] += other.counts[item];
            rounded[item] = counts[item];
        }
        total += other.total;
    }

    long total() {
        return total;
    }

    /**
     * The item's share of all events when each item is taken to have occurred {@value
     * #PSEUDO_COUNT} times before; above 0.
     */
    double smoothedShare(int item) {
        return (counts[item] + PSEUDO_COUNT) / (total + counts.length * PSEUDO_COUNT);
    }

    /** All smoothed shares; they sum to 1. */
    double[] smoothedShares() {
        double[] shares = new double[counts.length];
        for (int item = 0; item < shares.length; item++) {
            shares[item] = smoothedShare(item);
        }
        return shares;
    }

    /** Sets every score to {@code weight} times the item's smoothed share. */
    void fillSmoothed(float[] scores, double weight) {
        for (int item = 0; item < counts.length; item++) {
            scores[item] = (float) (weight * smoothedShare(item));
        }
    }

    /** Sets every score to {@code weight} times the item's share of all events; below weight. */
    void fillShares(float[] scores, double weight) {
        float factor = (float) (weight / (total + 1.0));
        for (int item = 0; item < rounded.length; item++) {
            scores[item] = factor * rounded[item];
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
            rounded[item] = counts[item];
        }
    }
}
