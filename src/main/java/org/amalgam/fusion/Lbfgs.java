package org.amalgam.fusion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth function by limited-memory BFGS (Nocedal and Wright 2006, algorithm 7.4) with
 * a backtracking line search. Deterministic.
 */
final class Lbfgs {

    private static final int MEMORY = 10;
    private static final int BACKTRACKS = 30;
    private static final double SUFFICIENT = 1e-4;

    private Lbfgs() {}

    /** A function and its gradient. */
    @FunctionalInterface
    interface Objective {
        /** The value at x; fills the gradient. */
        double at(double[] x, double[] gradient);
    }

    /** A step taken, and how the gradient changed on it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pair(double[] step, double[] change, double inverse) {}

    /**
     * The place of the lowest value found.
     *
     * @param tolerance stops when a step gains less than this part of the value
     */
    static double[] minimise(
            Objective objective, double[] start, int iterations, double tolerance) {
        double[] x = start.clone();
        double[] gradient = new double[x.length];
        double value = objective.at(x, gradient);
        Deque<Pair> pairs = new ArrayDeque<>();
        for (int iteration = 0; iteration < iterations; iteration++) {
            double[] direction = direction(pairs, gradient);
            double slope = dot(direction, gradient);
            if (!(slope < 0)) {
                break;
            }
            double length = pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
            double[] next = new double[x.length];
            double[] nextGradient = new double[x.length];
            double nextValue = Double.POSITIVE_INFINITY;
            for (int k = 0; k < BACKTRACKS; k++) {
                move(x, direction, length, next);
                nextValue = objective.at(next, nextGradient);
                if (nextValue <= value + SUFFICIENT * length * slope) {
                    break;
                }
                length /= 2;
            }
            if (!(nextValue < value)) {
                break;
            }
            remember(pairs, x, next, gradient, nextGradient);
            boolean done = value - nextValue < tolerance * Math.abs(value);
            x = next;
            gradient = nextGradient;
            value = nextValue;
            if (done) {
                break;
            }
        }
        return x;
    }

    private static void remember(
            Deque<Pair> pairs, double[] x, double[] next, double[] from, double[] to) {
        double[] step = new double[x.length];
        double[] change = new double[x.length];
        move(next, x, -1, step);
        move(to, from, -1, change);
        double curvature = dot(step, change);
        if (curvature > 1e-12 * dot(change, change)) {
            pairs.addLast(new Pair(step, change, 1 / curvature));
        }
        if (pairs.size() > MEMORY) {
            pairs.removeFirst();
        }
    }

    private static double[] direction(Deque<Pair> pairs, double[] gradient) {
        double[] direction = new double[gradient.length];
        move(direction, gradient, -1, direction);
        double[] alphas = new double[pairs.size()];
        int i = pairs.size();
        for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext(); ) {
            Pair pair = newest.next();
            alphas[--i] = pair.inverse() * dot(pair.step(), direction);
            move(direction, pair.change(), -alphas[i], direction);
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getLast();
            double scale = 1 / (last.inverse() * dot(last.change(), last.change()));
            for (int j = 0; j < direction.length; j++) {
                direction[j] *= scale;
            }
        }
        for (Pair pair : pairs) {
            double beta = pair.inverse() * dot(pair.change(), direction);
            move(direction, pair.step(), alphas[i++] - beta, direction);
        }
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** into = from + length · direction. */
    private static void move(double[] from, double[] direction, double length, double[] into) {
        for (int j = 0; j < from.length; j++) {
            into[j] = from[j] + length * direction[j];
        }
    }
}
