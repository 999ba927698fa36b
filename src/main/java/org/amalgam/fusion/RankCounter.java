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
        for (float score : scores) {
            int at = Arrays.binarySearch(steps, score + 0f);
            if (at < 0) {
                between[-at - 1]++;
            } else {
                equal[at]++;
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
