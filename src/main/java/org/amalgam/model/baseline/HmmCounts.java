package org.amalgam.model.baseline;

/** Expected counts of a hidden Markov model: what Baum-Welch's E-step gathers. */
final class HmmCounts {

    final int states;
    final int items;

    /** Sessions that open in a state. */
    final double[] openings;

    /** Steps from state a to state b, at a · states + b. */
    final double[] transitions;

    /** Events of an item in a state, at item · states + state. */
    final double[] emissions;

    HmmCounts(int states, int items) {
        this.states = states;
        this.items = items;
        this.openings = new double[states];
        this.transitions = new double[states * states];
        this.emissions = new double[states * items];
    }

    /** Events in each state. */
    double[] stateSums() {
        double[] sums = new double[states];
        for (int at = 0; at < emissions.length; at += states) {
            for (int state = 0; state < states; state++) {
                sums[state] += emissions[at + state];
            }
        }
        return sums;
    }
}
