package org.amalgam.config;

import java.util.List;

/**
 * The hidden Markov model.
 *
 * @param stateCounts numbers of states that are tried, ascending; each ≥ 1
 * @param iterations of Baum-Welch, at most
 * @param smoothing how many events from the catalogue's popularity each state is taken to have
 *     emitted beforehand; above 0
 * @param trialSteps how many of the latest steps the number of states is chosen on
 * @param work multiplications that the final training may cost, which bounds its iterations
 */
public record HiddenMarkovSettings(
        List<Integer> stateCounts, int iterations, double smoothing, int trialSteps, long work) {

    public HiddenMarkovSettings {
        stateCounts = List.copyOf(stateCounts);
        if (stateCounts.isEmpty() || stateCounts.stream().anyMatch(states -> states < 1)) {
            throw new IllegalArgumentException("state counts " + stateCounts + " must be ≥ 1");
        }
        if (iterations < 1 || trialSteps < 1 || work < 1) {
            throw new IllegalArgumentException(
                    "iterations "
                            + iterations
                            + ", trial steps "
                            + trialSteps
                            + " and work "
                            + work
                            + " must be ≥ 1");
        }
        if (!(smoothing > 0) || Double.isInfinite(smoothing)) {
            throw new IllegalArgumentException("smoothing " + smoothing + " must be above 0");
        }
    }

    /** A million steps take about a minute of one core, choosing the number of states included. */
    public static HiddenMarkovSettings defaults() {
        return new HiddenMarkovSettings(List.of(8, 16, 32, 64), 20, 100, 150_000, 100_000_000_000L);
    }
}
