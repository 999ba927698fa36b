package org.amalgam.evaluation;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long a ranker takes to find its way back after the world has changed.
 *
 * @param before mean HR@20 over the {@value #CASES_BEFORE} cases before the change
 * @param lowest lowest HR@20 of {@value #WINDOW} consecutive cases after it
 * @param casesUntilBack cases after the change until the latest {@value #WINDOW} of them, none from
 *     before it, reach {@value #SHARE} of {@code before}, so at least {@value #WINDOW}; empty if
 *     they never do
 */
public record Recovery(double before, double lowest, OptionalInt casesUntilBack) {

    /** What is compared with. */
    public static final int CASES_BEFORE = 2_000;

    /** Cases of the sliding window. */
    public static final int WINDOW = 500;

    /** How much of the earlier quality counts as back. */
    public static final double SHARE = 0.9;

    /**
     * Of a run of cases.
     *
     * @param hits 1 or 0 by case, in order
     * @param change the first case after the change
     * @return empty for fewer than {@value #CASES_BEFORE} cases before or {@value #WINDOW} after it
     */
    public static Optional<Recovery> of(double[] hits, int change) {
        if (change < CASES_BEFORE || hits.length - change < WINDOW) {
            return Optional.empty();
        }
        double before = sum(hits, change - CASES_BEFORE, change) / CASES_BEFORE;
        double inWindow = sum(hits, change, change + WINDOW);
        double lowest = inWindow;
        OptionalInt back = OptionalInt.empty();
        for (int end = change + WINDOW; ; end++) {
            lowest = Math.min(lowest, inWindow);
            if (back.isEmpty() && inWindow / WINDOW >= SHARE * before) {
                back = OptionalInt.of(end - change);
            }
            if (end == hits.length) {
                return Optional.of(new Recovery(before, lowest / WINDOW, back));
            }
            inWindow += hits[end] - hits[end - WINDOW];
        }
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
