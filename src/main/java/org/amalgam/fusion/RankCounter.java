package org.amalgam.fusion;

import java.util.Arrays;

/** Mean ranks of a few items among all, without sorting all. */
final class RankCounter {

    private RankCounter() {}

    /**
     * The rank, from 1, of each of these items among all scores, the mean one for equal scores.
     *
     * @param items some items, at least one
     */
    static float[] ranks(float[] scores, int[] items) {
        float[] steps = distinct(scores, items);
        // between[p]: how many scores lie above steps[p − 1] and below steps[p]
        int[] between = new int[steps.length + 1];
        int[] equal = new int[steps.length];
        Grid grid = new Grid(steps);
        for (float score : scores) {
            if (score >= steps[0]) { // what is below all says nothing of ranks
                int at = grid.firstAtLeast(score);
                if (at < steps.length && steps[at] == score) {
                    equal[at]++;
                } else {
                    between[at]++;
                }
            }
        }
        double[] rankAt = new double[steps.length];
        int above = between[steps.length];
        for (int p = steps.length - 1; p >= 0; p--) {
            rankAt[p] = 1 + above + (equal[p] - 1) / 2.0;
            above += equal[p] + between[p];
        }
        float[] ranks = new float[items.length];
        for (int i = 0; i < items.length; i++) {
            ranks[i] = (float) rankAt[Arrays.binarySearch(steps, scores[items[i]] + 0f)];
        }
        return ranks;
    }

    /** Finds places among rising steps: a table of even cells tells where to begin looking. */
    private static final class Grid {

        private static final int CELLS = 2_048;

        private final float[] steps;
        private final int[] first = new int[CELLS + 1];
        private final float low;
        private final float cells;

        Grid(float[] steps) {
            this.steps = steps;
            this.low = steps[0];
            float range = steps[steps.length - 1] - low;
            this.cells = range > 0 && Float.isFinite(CELLS / range) ? CELLS / range : 0;
            int cell = 0;
            for (int p = 0; p < steps.length; p++) {
                for (int own = cell(steps[p]); cell <= own; cell++) {
                    first[cell] = p;
                }
            }
            Arrays.fill(first, cell, CELLS + 1, steps.length - 1);
        }

        /** Rises with the score, so that no step of a lower cell is at or above it. */
        private int cell(float score) {
            return Math.min(CELLS, (int) ((score - low) * cells));
        }

        /** Where the first step at or above this score stands; it is not below the lowest. */
        int firstAtLeast(float score) {
            int at = first[cell(score)];
            while (at < steps.length && steps[at] < score) {
                at++;
            }
            return at;
        }
    }

    /** The items' different scores, rising. */
    private static float[] distinct(float[] scores, int[] items) {
        float[] steps = new float[items.length];
        for (int i = 0; i < items.length; i++) {
            steps[i] = scores[items[i]] + 0f; // −0 becomes 0, which sorts and compares alike
        }
        Arrays.sort(steps);
        int size = 1;
        for (float step : steps) {
            if (step != steps[size - 1]) {
                steps[size++] = step;
            }
        }
        return Arrays.copyOf(steps, size);
    }
}
