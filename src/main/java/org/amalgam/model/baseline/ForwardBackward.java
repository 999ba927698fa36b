package org.amalgam.model.baseline;

import java.util.Arrays;
import org.amalgam.domain.ItemSequence;

/**
 * The forward-backward pass over one session, with scaling (Rabiner 1989, sections III and V.A):
 * every forward and backward vector is divided by the probability of its step, so that nothing
 * underflows however long the session.
 */
final class ForwardBackward {

    /**
     * Shares below this are passed over. Once states have become distinct most are: a step then
     * costs a few of its states × states multiplications.
     */
    private static final double NEGLIGIBLE = 1e-9;

    private final HmmTables tables;
    private final int states;
    private final double[] expected;
    private final double[] backward;
    private final double[] weighted;

    /** P(state of step t | steps up to t), at t · states. */
    private double[] forward = new double[0];

    /** P(step t | steps before). */
    private double[] scales = new double[0];

    ForwardBackward(HmmTables tables) {
        this.tables = tables;
        this.states = tables.states;
        this.expected = new double[states];
        this.backward = new double[states];
        this.weighted = new double[states];
    }

    /** Natural logarithm of P(steps); 0 without steps. */
    double logLikelihood(ItemSequence steps) {
        if (forward.length < steps.length() * states) {
            forward = new double[2 * steps.length() * states];
            scales = new double[2 * steps.length()];
        }
        double sum = 0;
        for (int t = 0; t < steps.length(); t++) {
            expect(t);
            scales[t] = observe(t, steps.item(t));
            sum += Math.log(scales[t]);
        }
        return sum;
    }

    /** P(state of step t | steps before) into {@link #expected}. */
    private void expect(int t) {
        if (t == 0) {
            System.arraycopy(tables.openings, 0, expected, 0, states);
            return;
        }
        Arrays.fill(expected, 0);
        for (int a = 0; a < states; a++) {
            double before = forward[(t - 1) * states + a];
            if (before > NEGLIGIBLE) {
                add(tables.transitions, a * states, before, expected, 0);
            }
        }
    }

    private double observe(int t, int item) {
        double sum = 0;
        for (int state = 0; state < states; state++) {
            double joint = expected[state] * tables.emissions[item * states + state];
            forward[t * states + state] = joint;
            sum += joint;
        }
        for (int at = t * states; at < (t + 1) * states; at++) {
            forward[at] /= sum;
        }
        return sum;
    }

    /**
     * Adds what this session is expected to have counted. Transitions are added without their own
     * probability, a common factor over the whole E-step: see {@link #finish}.
     *
     * @return natural logarithm of P(steps)
     */
    double add(ItemSequence steps, HmmCounts counts) {
        double logLikelihood = logLikelihood(steps);
        Arrays.fill(backward, 1);
        for (int t = steps.length() - 1; t >= 0; t--) {
            int item = steps.item(t);
            for (int state = 0; state < states; state++) {
                double posterior = forward[t * states + state] * backward[state];
                counts.emissions[item * states + state] += posterior;
                if (t == 0) {
                    counts.openings[state] += posterior;
                }
                weighted[state] =
                        tables.emissions[item * states + state] * backward[state] / scales[t];
            }
            if (t > 0) {
                stepBack(t, counts);
            }
        }
        return logLikelihood;
    }

    /** The backward vector of step t − 1 from {@link #weighted}, and the transitions to t. */
    private void stepBack(int t, HmmCounts counts) {
        Arrays.fill(backward, 0);
        double least = NEGLIGIBLE * Arrays.stream(weighted).max().orElse(0);
        for (int state = 0; state < states; state++) {
            if (weighted[state] > least) {
                add(tables.transposed, state * states, weighted[state], backward, 0);
            }
            double before = forward[(t - 1) * states + state];
            if (before > NEGLIGIBLE) {
                add(weighted, 0, before, counts.transitions, state * states);
            }
        }
    }

    /** Ends an E-step: multiplies the transitions by their probabilities. */
    void finish(HmmCounts counts) {
        for (int at = 0; at < counts.transitions.length; at++) {
            counts.transitions[at] *= tables.transitions[at];
        }
    }

    /** to[·] += factor · from[·], over all states; a loop that the compiler turns into vectors. */
    private void add(double[] from, int fromAt, double factor, double[] to, int toAt) {
        for (int i = 0; i < states; i++) {
            to[toAt + i] += factor * from[fromAt + i];
        }
    }
}
