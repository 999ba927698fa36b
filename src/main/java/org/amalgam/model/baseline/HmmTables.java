package org.amalgam.model.baseline;

/**
 * Probabilities of a hidden Markov model, smoothed: states emit as if they had emitted {@code
 * smoothing} events of the catalogue's popularity before; openings and transitions as if each had
 * occurred {@value #PSEUDO_COUNT} times (M-step under Dirichlet priors).
 */
final class HmmTables {

    /** For openings and transitions. */
    static final double PSEUDO_COUNT = 0.1;

    final int states;

    /** P(first state). */
    final double[] openings;

    /** P(b | a) at a · states + b. */
    final double[] transitions;

    /** P(b | a) at b · states + a: what the backward pass reads in a row. */
    final double[] transposed;

    /** P(item | state) at item · states + state. */
    final double[] emissions;

    /**
     * The most likely probabilities given these counts.
     *
     * @param popularity P(item) over all states, summing to 1, each above 0
     */
    HmmTables(HmmCounts counts, double[] popularity, double smoothing) {
        states = counts.states;
        openings = new double[states];
        transitions = new double[states * states];
        transposed = new double[states * states];
        emissions = new double[states * counts.items];
        smooth(counts.openings, 0, openings, states);
        for (int a = 0; a < states; a++) {
            smooth(counts.transitions, a * states, transitions, states);
            for (int b = 0; b < states; b++) {
                transposed[b * states + a] = transitions[a * states + b];
            }
        }
        double[] sums = counts.stateSums();
        for (int at = 0; at < emissions.length; at++) {
            double prior = smoothing * popularity[at / states];
            emissions[at] = (counts.emissions[at] + prior) / (sums[at % states] + smoothing);
        }
    }

    private static void smooth(double[] counts, int from, double[] shares, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += counts[i] + PSEUDO_COUNT;
        }
        for (int i = from; i < from + length; i++) {
            shares[i] = (counts[i] + PSEUDO_COUNT) / sum;
        }
    }
}
