package org.amalgam.simulate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine and JDK: SplitMix64's bits, and StrictMath for
 * everything made of them. Not thread-safe.
 */
final class Draws {

    private final SplittableRandom bits;

    private Draws(long seed) {
        bits = new SplittableRandom(seed);
    }

    /** An own stream for each purpose, so that a change in one leaves the others as they were. */
    static Draws of(long seed, String purpose) {
        long mixed = seed;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mixed * 0x5851F42D4C957F2DL + purpose.charAt(i);
        }
        return new Draws(mixed);
    }

    /** In [0, 1). */
    double unit() {
        return (bits.nextLong() >>> 11) * 0x1p-53;
    }

    /** In [0, n). */
    int below(int n) {
        return (int) (unit() * n);
    }

    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Standard normal, by Box and Muller. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** Exponential of mean 1. */
    double exponential() {
        return -StrictMath.log(1 - unit());
    }

    /** Log-normal with this median; {@code spread} is the standard deviation of the logarithm. */
    double logNormal(double median, double spread) {
        return median * StrictMath.exp(spread * gaussian());
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Index drawn in proportion to weights given as running sums. */
    int weighted(double[] sums) {
        double at = unit() * sums[sums.length - 1];
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    float[] gaussians(int count, double scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * gaussian());
        }
        return values;
    }

    void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
    }

    /** Running sums of weights, for {@link #weighted}. */
    static double[] runningSums(double[] weights) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
        return sums;
    }
}
