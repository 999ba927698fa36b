package org.amalgam.drift;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * ADWIN, "adaptive windowing" (Bifet and Gavaldà 2007, "Learning from time-changing data with
 * adaptive windowing", SDM; section 3; in buckets, as its ADWIN2): keeps the longest window of
 * latest values that no cut divides into two parts of different means, and drops its oldest values
 * when one does. For a window of n values and variance σ², a cut into n₀ and n₁ of them is a change
 * when the means differ by more than
 *
 * <p>ε = √(2/m · σ² · ln(2/δ′)) + 2/(3m) · ln(2/δ′), 1/m = 1/n₀ + 1/n₁, δ′ = δ / ln n
 *
 * <p>(the normal approximation). As MOA and River do, a cut is looked for after every {@value
 * #CHECK_EVERY}th value, and n₀ and n₁ count {@value #SMALLEST_PART} − 1 fewer than they are, so
 * that short parts have to differ more. Memory is O(log n): values are summed up in buckets of 1,
 * 2, 4, … of them, {@value #BUCKETS} of each size at most.
 */
public final class Adwin implements DriftDetector {

    private static final int CHECK_EVERY = 32;
    private static final int SMALLEST_PART = 5;
    private static final int SMALLEST_WINDOW = 10;
    private static final int BUCKETS = 5;
    private static final int SIZES = 40;

    private final double delta;

    /** Row r has buckets of 2^r values each, oldest first. */
    private final Bucket[][] rows = new Bucket[SIZES][BUCKETS + 1];

    private final int[] filled = new int[SIZES];
    private Bucket window = Bucket.EMPTY;
    private long added;

    /**
     * @param delta bounds how likely a change is found at a value where there is none; above 0 and
     *     below 1
     * @throws IllegalArgumentException if it is not
     */
    public Adwin(double delta) {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("delta " + delta + " must lie between 0 and 1");
        }
        this.delta = delta;
    }

    @Override
    public String name() {
        return "ADWIN";
    }

    /** How many values the window holds. */
    public long width() {
        return window.count;
    }

    @Override
    public Optional<Change> add(double value) {
        DriftDetector.requireFinite(value);
        Bucket one = Bucket.of(value);
        window = window.with(one);
        append(0, one);
        added++;
        if (added % CHECK_EVERY != 0 || window.count <= SMALLEST_WINDOW) {
            return Optional.empty();
        }
        Optional<Change> found = widestCut();
        for (Optional<Change> cut = found; cut.isPresent(); cut = widestCut()) {
            dropOldest();
        }
        return found;
    }

    private void append(int row, Bucket bucket) {
        rows[row][filled[row]++] = bucket;
        if (filled[row] > BUCKETS) {
            Bucket merged = rows[row][0].with(rows[row][1]);
            removeFirst(row, 2);
            append(row + 1, merged);
        }
    }

    private void removeFirst(int row, int number) {
        filled[row] -= number;
        System.arraycopy(rows[row], number, rows[row], 0, filled[row]);
    }

    private int oldestRow() {
        int row = SIZES - 1;
        while (filled[row] == 0) {
            row--;
        }
        return row;
    }

    private void dropOldest() {
        int row = oldestRow();
        window = window.without(rows[row][0]);
        removeFirst(row, 1);
    }

    /** The cut whose parts' means lie furthest beyond what is allowed; empty when none does. */
    private Optional<Change> widestCut() {
        Optional<Change> widest = Optional.empty();
        double most = 1;
        Bucket older = Bucket.EMPTY;
        for (int row = oldestRow(); row >= 0; row--) {
            for (int i = 0; i < filled[row]; i++) {
                older = older.with(rows[row][i]);
                long newer = window.count - older.count;
                if (older.count < SMALLEST_PART || newer < SMALLEST_PART) {
                    continue;
                }
                double mean = (window.sum - older.sum) / newer;
                double beyond = Math.abs(older.mean() - mean) / allowed(older.count, newer);
                if (beyond > most) {
                    most = beyond;
                    widest = Optional.of(new Change(older.mean(), mean, newer));
                }
            }
        }
        return widest;
    }

    /** ε for parts of so many values. */
    private double allowed(long older, long newer) {
        double reciprocal = 1.0 / (older - SMALLEST_PART + 1) + 1.0 / (newer - SMALLEST_PART + 1);
        double confidence = Math.log(2 * Math.log((double) window.count) / delta);
        double variance = window.squares / window.count;
        return Math.sqrt(2 * reciprocal * variance * confidence)
                + 2.0 / 3 * confidence * reciprocal;
    }

    @Override
    public void writeState(DataOutput out) throws IOException {
        // The window is not always the sum of its buckets to the last bit.
        window.write(out);
        out.writeLong(added % CHECK_EVERY);
        for (int row = 0; row < SIZES; row++) {
            for (int i = 0; i < filled[row]; i++) {
                rows[row][i].write(out);
            }
        }
    }

    /**
     * A run of values, summed up.
     *
     * @param squares sum of squared distances from the mean
     */
    private record Bucket(long count, double sum, double squares) {

        static final Bucket EMPTY = new Bucket(0, 0, 0);

        static Bucket of(double value) {
            return new Bucket(1, value, 0);
        }

        double mean() {
            return sum / count;
        }

        /** Both together (Chan, Golub and LeVeque 1983). */
        Bucket with(Bucket other) {
            if (count == 0) {
                return other;
            }
            return new Bucket(
                    count + other.count, sum + other.sum, squares + other.squares + apart(other));
        }

        /** What is left when a smaller part is taken out. */
        Bucket without(Bucket part) {
            Bucket rest = new Bucket(count - part.count, sum - part.sum, 0);
            double left = squares - part.squares - rest.apart(part);
            return new Bucket(rest.count, rest.sum, Math.max(0, left));
        }

        private double apart(Bucket other) {
            double distance = mean() - other.mean();
            return distance * distance * count * other.count / (count + other.count);
        }

        void write(DataOutput out) throws IOException {
            out.writeLong(count);
            out.writeDouble(sum);
            out.writeDouble(squares);
        }
    }
}
