package org.amalgam.model.baseline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.amalgam.domain.ItemSequence;

/**
 * A fitted hidden Markov model in use: filters sessions, predicts the next item by Σ P(state next)
 * · P(item | state), and goes on counting as steps are revealed. Smoothed as {@link HmmTables}.
 */
final class HmmModel {

    /** States less likely than this change no score that matters. */
    private static final double NEGLIGIBLE = 1e-6;

    private final int states;
    private final double smoothing;
    private final double[] openings;
    private final double[] transitions;
    private final double[] transitionSums;
    private final double[] emissionSums;

    /** Events of each item, by state: scoring reads the few likely states' rows. */
    private final float[][] emissions;

    private final ItemCounts popularity;
    private final double[] belief;
    private final double[] next;

    HmmModel(int states, int items, double smoothing) {
        this.states = states;
        this.smoothing = smoothing;
        this.openings = new double[states];
        this.transitions = new double[states * states];
        this.transitionSums = new double[states];
        this.emissionSums = new double[states];
        this.emissions = new float[states][items];
        this.popularity = new ItemCounts(items);
        this.belief = new double[states];
        this.next = new double[states];
    }

    /** A model of these counts; popularity is what they sum to, rounded. */
    static HmmModel of(HmmCounts counts, ItemCounts popularity, double smoothing) {
        HmmModel model = new HmmModel(counts.states, counts.items, smoothing);
        System.arraycopy(counts.openings, 0, model.openings, 0, counts.states);
        System.arraycopy(counts.transitions, 0, model.transitions, 0, model.transitions.length);
        for (int at = 0; at < counts.emissions.length; at++) {
            model.emissions[at % counts.states][at / counts.states] = (float) counts.emissions[at];
        }
        model.popularity.addAll(popularity);
        model.sum();
        return model;
    }

    private void sum() {
        for (int a = 0; a < states; a++) {
            transitionSums[a] = 0;
            for (int b = 0; b < states; b++) {
                transitionSums[a] += transitions[a * states + b];
            }
            emissionSums[a] = 0;
            for (float count : emissions[a]) {
                emissionSums[a] += count;
            }
        }
    }

    int states() {
        return states;
    }

    /** Fills P(next item | steps), T ≥ 0. */
    void fill(ItemSequence steps, float[] scores) {
        expect(steps);
        double fromPopularity = 0;
        for (int state = 0; state < states; state++) {
            fromPopularity += smoothing * next[state] / (emissionSums[state] + smoothing);
        }
        popularity.fillSmoothed(scores, fromPopularity);
        for (int state = 0; state < states; state++) {
            if (next[state] > NEGLIGIBLE) {
                float weight = (float) (next[state] / (emissionSums[state] + smoothing));
                float[] row = emissions[state];
                for (int item = 0; item < scores.length; item++) {
                    scores[item] += weight * row[item];
                }
            }
        }
    }

    /** Counts a step by how likely each state is to have made it, given the steps before. */
    void learn(ItemSequence before, int item) {
        expect(before);
        double[] posterior = new double[states];
        double sum = 0;
        for (int state = 0; state < states; state++) {
            posterior[state] = next[state] * emission(state, item);
            sum += posterior[state];
        }
        for (int state = 0; state < states; state++) {
            posterior[state] /= sum;
        }
        if (before.isEmpty()) {
            for (int state = 0; state < states; state++) {
                openings[state] += posterior[state];
            }
        } else {
            countTransitions(posterior);
        }
        for (int state = 0; state < states; state++) {
            emissions[state][item] += (float) posterior[state];
            emissionSums[state] += posterior[state];
        }
        popularity.add(item);
    }

    /** P(from, to | steps, step) = P(to | …) · P(from) P(to | from) / P(to before the step). */
    private void countTransitions(double[] posterior) {
        double[] added = new double[states * states];
        for (int a = 0; a < states; a++) {
            for (int b = 0; b < states; b++) {
                added[a * states + b] = belief[a] * transition(a, b) * posterior[b] / next[b];
            }
        }
        for (int at = 0; at < added.length; at++) {
            transitions[at] += added[at];
            transitionSums[at / states] += added[at];
        }
    }

    /** Fills the belief after the steps, and what it says of the next state. */
    private void expect(ItemSequence steps) {
        double openingSum = Arrays.stream(openings).sum() + states * HmmTables.PSEUDO_COUNT;
        for (int state = 0; state < states; state++) {
            next[state] = (openings[state] + HmmTables.PSEUDO_COUNT) / openingSum;
        }
        for (int t = 0; t < steps.length(); t++) {
            double sum = 0;
            for (int state = 0; state < states; state++) {
                belief[state] = next[state] * emission(state, steps.item(t));
                sum += belief[state];
            }
            Arrays.fill(next, 0);
            for (int a = 0; a < states; a++) {
                belief[a] /= sum;
                for (int b = 0; b < states; b++) {
                    next[b] += belief[a] * transition(a, b);
                }
            }
        }
    }

    private double emission(int state, int item) {
        return (emissions[state][item] + smoothing * popularity.smoothedShare(item))
                / (emissionSums[state] + smoothing);
    }

    private double transition(int a, int b) {
        return (transitions[a * states + b] + HmmTables.PSEUDO_COUNT)
                / (transitionSums[a] + states * HmmTables.PSEUDO_COUNT);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(states);
        out.writeDouble(smoothing);
        writeAll(openings, out);
        writeAll(transitions, out);
        writeAll(transitionSums, out);
        writeAll(emissionSums, out);
        popularity.write(out);
        for (float[] row : emissions) {
            for (float count : row) {
                out.writeFloat(count);
            }
        }
    }

    static HmmModel read(int items, DataInputStream in) throws IOException {
        int states = in.readInt();
        if (states < 1 || states > 4096) {
            throw new IOException(states + " states; train again");
        }
        HmmModel model = new HmmModel(states, items, in.readDouble());
        readAll(model.openings, in);
        readAll(model.transitions, in);
        readAll(model.transitionSums, in);
        readAll(model.emissionSums, in);
        model.popularity.read(in);
        for (float[] row : model.emissions) {
            for (int item = 0; item < items; item++) {
                row[item] = in.readFloat();
            }
        }
        return model;
    }

    private static void writeAll(double[] values, DataOutputStream out) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static void readAll(double[] values, DataInputStream in) throws IOException {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
    }
}
