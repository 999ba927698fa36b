package org.amalgam.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Finds weights of the simplex that put targets high: from several starts it moves one member's
 * weight at a time by shrinking factors, as long as HR@20 and MRR@20 together grow. The figures are
 * steps, without a gradient, and a pass over the cases is cheap. Deterministic by seed.
 */
final class WeightSearch {

    private static final double[] FINE = {4, 2, 1.4, 1.15};
    private static final double[] COARSE = {3, 1.5};
    private static final int RANDOM_STARTS = 2;

    /** Gains below it are noise of a few cases and make the search long. */
    private static final double LEAST_GAIN = 1e-4;

    private final MixObjective objective;

    WeightSearch(MixObjective objective) {
        this.objective = objective;
    }

    /** The best weights found from several starts, by member, summing to one. */
    double[] run(long seed) {
        double[] best = new double[0];
        double bestValue = Double.NEGATIVE_INFINITY;
        for (double[] start : starts(seed)) {
            double[] found = climb(start, FINE);
            double value = objective.value(found);
            if (value > bestValue + LEAST_GAIN) {
                best = found;
                bestValue = value;
            }
        }
        return best;
    }

    /** Weights found from equal ones by large steps; enough to compare normalisations. */
    double[] runCoarsely() {
        return climb(even(), COARSE);
    }

    private double[] even() {
        double[] even = new double[objective.members()];
        java.util.Arrays.fill(even, 1.0 / even.length);
        return even;
    }

    private List<double[]> starts(long seed) {
        int n = objective.members();
        List<double[]> starts = new ArrayList<>();
        starts.add(even());
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; n > 1 && i < RANDOM_STARTS; i++) {
            double[] start = new double[n];
            for (int m = 0; m < n; m++) {
                start[m] = -Math.log(1 - random.nextDouble()); // uniform on the simplex
            }
            starts.add(normalised(start));
        }
        return starts;
    }

    private double[] climb(double[] start, double[] factors) {
        double[] weights = start;
        double value = objective.value(weights);
        for (double factor : factors) {
            boolean moved = true;
            while (moved) {
                moved = false;
                for (int m = 0; m < weights.length; m++) {
                    for (double by : new double[] {factor, 1 / factor, 0}) {
                        double[] other = moved(weights, m, by);
                        double otherValue = other.length == 0 ? 0 : objective.value(other);
                        if (otherValue > value + LEAST_GAIN) {
                            weights = other;
                            value = otherValue;
                            moved = true;
                        }
                    }
                }
            }
        }
        return weights;
    }

    /** One weight changed; empty if that changes nothing or leaves no weight at all. */
    private static double[] moved(double[] weights, int member, double by) {
        double[] other = weights.clone();
        // A weight of 0 comes back by a small step, which factors alone could not do.
        other[member] = by > 1 && other[member] == 0 ? 0.02 * by : other[member] * by;
        double sum = 0;
        for (double weight : other) {
            sum += weight;
        }
        return other[member] == weights[member] || sum <= 0 ? new double[0] : normalised(other);
    }

    private static double[] normalised(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double[] result = new double[weights.length];
        for (int m = 0; m < weights.length; m++) {
            result[m] = weights[m] / sum;
        }
        return result;
    }
}
