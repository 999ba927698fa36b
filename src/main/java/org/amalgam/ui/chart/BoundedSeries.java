package org.amalgam.ui.chart;

import java.util.OptionalDouble;

/**
 * The history of one line in bounded memory. Samples are kept in buckets; when all buckets are in
 * use, neighbours are merged, so that the whole history stays visible and no minimum or maximum is
 * ever lost. Not thread-safe: belongs to the thread that paints.
 */
public final class BoundedSeries {

    private final double[] x;
    private final double[] last;
    private final double[] low;
    private final double[] high;
    private final double[] bandLow;
    private final double[] bandHigh;
    private int size;
    private int bucketLength = 1;
    private int inNewest;
    private long samples;

    /**
     * @param capacity most buckets kept, even and ≥ 4
     */
    public BoundedSeries(int capacity) {
        if (capacity < 4 || capacity % 2 != 0) {
            throw new IllegalArgumentException("capacity " + capacity + " must be even and ≥ 4");
        }
        x = new double[capacity];
        last = new double[capacity];
        low = new double[capacity];
        high = new double[capacity];
        bandLow = new double[capacity];
        bandHigh = new double[capacity];
    }

    private BoundedSeries(BoundedSeries other) {
        x = other.x.clone();
        last = other.last.clone();
        low = other.low.clone();
        high = other.high.clone();
        bandLow = other.bandLow.clone();
        bandHigh = other.bandHigh.clone();
        size = other.size;
        bucketLength = other.bucketLength;
        inNewest = other.inNewest;
        samples = other.samples;
    }

    /** The same history, which goes its own way from now on. */
    BoundedSeries copy() {
        return new BoundedSeries(this);
    }

    /** Forgets the buckets that end after this x. */
    void forgetAfter(double atX) {
        int kept = lastUpTo(atX) + 1;
        if (kept < size) {
            size = kept;
            inNewest = bucketLength;
            bucketLength = size == 0 ? 1 : bucketLength;
        }
    }

    /** Adds a sample without a band. */
    public void add(double atX, double y) {
        add(atX, y, y, y);
    }

    /**
     * Adds a sample with the ends of its interval.
     *
     * @param atX not below the x before it
     * @throws IllegalArgumentException if x goes back or a value is not finite
     */
    public void add(double atX, double y, double intervalLow, double intervalHigh) {
        if (!Double.isFinite(atX + y + intervalLow + intervalHigh)) {
            throw new IllegalArgumentException("sample (" + atX + ", " + y + ") is not finite");
        }
        if (size > 0 && atX < x[size - 1]) {
            throw new IllegalArgumentException("x " + atX + " is before " + x[size - 1]);
        }
        if (size == 0 || inNewest == bucketLength) {
            openBucket();
        }
        int at = size - 1;
        x[at] = atX;
        last[at] = y;
        low[at] = Math.min(low[at], y);
        high[at] = Math.max(high[at], y);
        bandLow[at] = intervalLow;
        bandHigh[at] = intervalHigh;
        inNewest++;
        samples++;
    }

    private void openBucket() {
        if (size == x.length) {
            mergeNeighbours();
        }
        low[size] = Double.POSITIVE_INFINITY;
        high[size] = Double.NEGATIVE_INFINITY;
        size++;
        inNewest = 0;
    }

    private void mergeNeighbours() {
        int merged = size / 2;
        for (int i = 0; i < merged; i++) {
            int newer = 2 * i + 1;
            x[i] = x[newer];
            last[i] = last[newer];
            low[i] = Math.min(low[newer - 1], low[newer]);
            high[i] = Math.max(high[newer - 1], high[newer]);
            bandLow[i] = bandLow[newer];
            bandHigh[i] = bandHigh[newer];
        }
        size = merged;
        bucketLength *= 2;
    }

    /** Buckets in use, at most the capacity. */
    public int size() {
        return size;
    }

    /** Samples added so far. */
    public long samples() {
        return samples;
    }

    /** Where bucket i ends, 0 ≤ i &lt; {@link #size()}. */
    public double x(int i) {
        return x[i];
    }

    /** The newest sample of bucket i. */
    public double last(int i) {
        return last[i];
    }

    /** The lowest sample of bucket i. */
    public double low(int i) {
        return low[i];
    }

    /** The highest sample of bucket i. */
    public double high(int i) {
        return high[i];
    }

    /** Lower end of the interval of bucket i's newest sample. */
    public double bandLow(int i) {
        return bandLow[i];
    }

    /** Upper end of the interval of bucket i's newest sample. */
    public double bandHigh(int i) {
        return bandHigh[i];
    }

    /** From the lowest to the highest sample in buckets from ≤ i &lt; until; from &lt; until. */
    public Span extent(int from, int until) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < until; i++) {
            lowest = Math.min(lowest, low[i]);
            highest = Math.max(highest, high[i]);
        }
        return new Span(lowest, highest);
    }

    /** The newest sample; empty when there is none. */
    public OptionalDouble lastValue() {
        return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(last[size - 1]);
    }

    /** The value of the newest bucket that ends at or before this x; empty when none does. */
    public OptionalDouble valueAt(double atX) {
        int index = lastUpTo(atX);
        return index < 0 ? OptionalDouble.empty() : OptionalDouble.of(last[index]);
    }

    /** The newest bucket that ends at or before this x; −1 when none does. */
    public int lastUpTo(double atX) {
        int below = -1;
        int above = size;
        while (above - below > 1) {
            int middle = (below + above) >>> 1;
            if (x[middle] <= atX) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }
}
