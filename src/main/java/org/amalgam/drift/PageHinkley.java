package org.amalgam.drift;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * The Page–Hinkley test for a change of the mean in either direction (Page 1954, "Continuous
 * inspection schemes", Biometrika 41, the rule for both sides; with the running mean for the
 * unknown one, Hinkley 1971; as an on-line test Mouss et al. 2004, "Test of Page-Hinkley, an
 * approach for fault detection in an agro-alimentary production system"). Values beyond their
 * running mean by more than δ add up, for rises m = max(0, α·m + x − x̄ − δ) and for falls with x̄
 * − x in place of x − x̄; a change is found when a sum reaches λ. α is not in the papers: MOA and
 * River let old excesses fade by it.
 *
 * <p>The change is taken to have come where the sum last left 0, the most likely place.
 */
public final class PageHinkley implements DriftDetector {

    private final double tolerance;
    private final double threshold;
    private final double fading;
    private final int fewest;
    private final Excess rise = new Excess();
    private final Excess fall = new Excess();
    private long count;
    private double mean;

    /**
     * @param tolerance δ, by how much a value may lie beyond the mean without counting; ≥ 0
     * @param threshold λ, above 0: higher ones find fewer changes, and later
     * @param fading α, above 0 and at most 1: what is left of a sum after each value
     * @param fewest so many values make a mean; nothing adds up before the last of them. At least 1
     * @throws IllegalArgumentException if one of them is out of its range
     */
    public PageHinkley(double tolerance, double threshold, double fading, int fewest) {
        if (!(tolerance >= 0 && threshold > 0 && fading > 0 && fading <= 1 && fewest >= 1)) {
            throw new IllegalArgumentException(
                    String.format(
                            "tolerance %s, threshold %s, fading %s, fewest %d",
                            tolerance, threshold, fading, fewest));
        }
        this.tolerance = tolerance;
        this.threshold = threshold;
        this.fading = fading;
        this.fewest = fewest;
    }

    /** With the settings that MOA and River ship: δ = .005, λ = 50, α = .9999, 30 values. */
    public PageHinkley() {
        this(.005, 50, 1 - .0001, 30);
    }

    @Override
    public String name() {
        return "Page–Hinkley";
    }

    @Override
    public Optional<Change> add(double value) {
        DriftDetector.requireFinite(value);
        count++;
        mean += (value - mean) / count;
        // A few values' mean may lie anywhere; sums against it would find changes there are none
        // of.
        if (count < fewest) {
            return Optional.empty();
        }
        rise.add(value - mean - tolerance, value);
        fall.add(mean - value - tolerance, value);
        if (Math.max(rise.sum, fall.sum) < threshold) {
            return Optional.empty();
        }
        Change change = (rise.sum >= threshold ? rise : fall).change();
        count = 0;
        mean = 0;
        rise.clear();
        fall.clear();
        return Optional.of(change);
    }

    @Override
    public void writeState(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeDouble(mean);
        rise.write(out);
        fall.write(out);
    }

    /** The sum of one direction, and the values since it was 0. */
    private final class Excess {
        private double sum;
        private long since;
        private double sumSince;

        void add(double excess, double value) {
            sum = Math.max(0, fading * sum + excess);
            since = sum == 0 ? 0 : since + 1;
            sumSince = sum == 0 ? 0 : sumSince + value;
        }

        Change change() {
            long earlier = count - since;
            double before = earlier == 0 ? mean : (mean * count - sumSince) / earlier;
            return new Change(before, sumSince / since, since);
        }

        void clear() {
            sum = 0;
            since = 0;
            sumSince = 0;
        }

        void write(DataOutput out) throws IOException {
            out.writeDouble(sum);
            out.writeLong(since);
            out.writeDouble(sumSince);
        }
    }
}
