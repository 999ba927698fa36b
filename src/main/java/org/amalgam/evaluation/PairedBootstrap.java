package org.amalgam.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Whether two rankers differ on the same cases: users (or sessions) are drawn with replacement, as
 * cases of one user are not independent, and the mean difference over the drawn users' cases is
 * taken each time. 95 % percentile interval (Efron and Tibshirani 1993). Immutable, thread-safe.
 */
public final class PairedBootstrap {

    private static final int LEAST_RESAMPLES = 1_000;

    private final int resamples;
    private final long seed;

    /**
     * Begins every comparison from this seed.
     *
     * @param resamples ≥ 1,000, or the interval's ends are too rough
     */
    public PairedBootstrap(int resamples, long seed) {
        if (resamples < LEAST_RESAMPLES) {
            throw new IllegalArgumentException(resamples + " resamples; at least 1,000 are needed");
        }
        this.resamples = resamples;
        this.seed = seed;
    }

    /** 2,000 resamples. */
    public static PairedBootstrap seeded(long seed) {
        return new PairedBootstrap(2_000, seed);
    }

    /**
     * Compares case by case.
     *
     * @param a metric of the first ranker by case
     * @param b metric of the second on the same cases
     * @param groups user or session of each case, 0 ≤ group &lt; {@code groupCount}
     */
    public Difference compare(double[] a, double[] b, int[] groups, int groupCount) {
        if (a.length != b.length || a.length != groups.length || a.length == 0) {
            throw new IllegalArgumentException(
                    a.length + " and " + b.length + " cases in " + groups.length + " groups");
        }
        double[] sums = new double[groupCount];
        int[] counts = new int[groupCount];
        for (int i = 0; i < a.length; i++) {
            sums[groups[i]] += a[i] - b[i];
            counts[groups[i]]++;
        }
        return compare(sums, counts);
    }

    /**
     * Compares what is already summed.
     *
     * @param sums difference of the two summed over each group's cases; used up
     * @param counts cases of each group, ≥ 0, of some at least one; used up
     */
    Difference compare(double[] sums, int[] counts) {
        int used = dropEmpty(sums, counts);
        double difference = 0;
        long cases = 0;
        for (int g = 0; g < used; g++) {
            difference += sums[g];
            cases += counts[g];
        }
        double[] means = resampledMeans(sums, counts, used);
        return new Difference(
                difference / cases, new Interval(quantile(means, 0.025), quantile(means, 0.975)));
    }

    /** Moves groups with cases to the front; returns how many there are. */
    private static int dropEmpty(double[] sums, int[] counts) {
        int used = 0;
        for (int g = 0; g < counts.length; g++) {
            if (counts[g] > 0) {
                sums[used] = sums[g];
                counts[used] = counts[g];
                used++;
            }
        }
        return used;
    }

    private double[] resampledMeans(double[] sums, int[] counts, int groups) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            double sum = 0;
            long cases = 0;
            for (int i = 0; i < groups; i++) {
                int drawn = random.nextInt(groups);
                sum += sums[drawn];
                cases += counts[drawn];
            }
            means[r] = sum / cases;
        }
        Arrays.sort(means);
        return means;
    }

    /** Linear between order statistics. */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** Mean of a less b, and its interval. */
    public record Difference(double mean, Interval interval) {}
}
