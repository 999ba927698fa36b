package org.amalgam.model.network;

import java.util.SplittableRandom;

/**
 * Draws items in proportion to popularity^α by Walker's alias method. An item never seen counts as
 * seen once: it can be ranked, so it must be learned about too.
 */
final class NegativeSampler {

    private final double[] logPopularity;
    private final double[] popularity;
    private final double[] mass;
    private final float[] keep;
    private final int[] alias;

    NegativeSampler(int[] counts, double power) {
        int n = counts.length;
        this.logPopularity = new double[n];
        this.popularity = new double[n];
        this.mass = new double[n];
        this.keep = new float[n];
        this.alias = new int[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            popularity[i] = Math.max(1, counts[i]);
            logPopularity[i] = StrictMath.log(popularity[i]);
            mass[i] = StrictMath.exp(power * logPopularity[i]);
            sum += mass[i];
        }
        double[] cells = new double[n];
        for (int i = 0; i < n; i++) {
            cells[i] = mass[i] * (n / sum);
        }
        pair(cells);
    }

    /** Gives every item with less than the mean mass a richer one to fill its cell. */
    private void pair(double[] cells) {
        int n = cells.length;
        int[] stack = new int[n];
        int poor = 0;
        int rich = n;
        for (int i = 0; i < n; i++) {
            stack[cells[i] < 1 ? poor++ : --rich] = i;
        }
        while (poor > 0 && rich < n) {
            int small = stack[--poor];
            int large = stack[rich];
            keep[small] = (float) cells[small];
            alias[small] = large;
            cells[large] -= 1 - cells[small];
            if (cells[large] < 1) {
                rich++;
                stack[poor++] = large;
            }
        }
        while (poor > 0) {
            keep[stack[--poor]] = 1;
        }
        while (rich < n) {
            keep[stack[rich++]] = 1;
        }
    }

    int draw(SplittableRandom random) {
        int cell = random.nextInt(keep.length);
        return random.nextDouble() < keep[cell] ? cell : alias[cell];
    }

    /** ln of how often the item was seen, ≥ 0. */
    double logPopularity(int item) {
        return logPopularity[item];
    }

    /** How often the item was seen, at least 1. */
    double popularity(int item) {
        return popularity[item];
    }

    /** The item's popularity^α, to which its chance of being drawn is proportional. */
    double mass(int item) {
        return mass[item];
    }
}
