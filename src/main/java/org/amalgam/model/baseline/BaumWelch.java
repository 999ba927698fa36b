package org.amalgam.model.baseline;

import java.util.List;
import java.util.Random;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Fits a hidden Markov model to sessions (Baum-Welch: expectation maximisation). It starts from
 * sessions dealt out to states at random, so the same seed gives the same model.
 */
final class BaumWelch {

    /** Gain in log-likelihood a step below which more iterations are not worth their time. */
    private static final double LEAST_GAIN = 0.002;

    /** At the start a session stays in its state with this probability. */
    private static final double STAYING = 0.8;

    private static final int CANCEL_EVERY = 1024;

    private final List<ItemSequence> sessions;
    private final double[] popularity;
    private final double smoothing;

    /**
     * @param sessions to learn from, each T ≥ 1
     * @param popularity P(item), each above 0
     */
    BaumWelch(List<ItemSequence> sessions, double[] popularity, double smoothing) {
        this.sessions = sessions;
        this.popularity = popularity;
        this.smoothing = smoothing;
    }

    /**
     * The expected counts after at most this many iterations.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    HmmCounts fit(int states, int iterations, long seed, TaskMonitor monitor) {
        HmmCounts counts = start(states, new Random(seed));
        double before = Double.NEGATIVE_INFINITY;
        for (int iteration = 0; iteration < iterations; iteration++) {
            monitor.progress("hmm of " + states + " states", iteration, iterations);
            HmmCounts next = new HmmCounts(states, popularity.length);
            double now = expect(tables(counts), next, monitor);
            counts = next;
            if (now - before < LEAST_GAIN) {
                break;
            }
            before = now;
        }
        return counts;
    }

    HmmTables tables(HmmCounts counts) {
        return new HmmTables(counts, popularity, smoothing);
    }

    private HmmCounts start(int states, Random random) {
        HmmCounts counts = new HmmCounts(states, popularity.length);
        for (ItemSequence session : sessions) {
            int state = random.nextInt(states);
            counts.openings[state]++;
            for (int i = 0; i < session.length(); i++) {
                counts.emissions[session.item(i) * states + state]++;
            }
        }
        double[] sums = counts.stateSums();
        for (int a = 0; a < states; a++) {
            for (int b = 0; b < states; b++) {
                double share = a == b ? STAYING : (1 - STAYING) / Math.max(1, states - 1);
                counts.transitions[a * states + b] = share * sums[a];
            }
        }
        return counts;
    }

    /** The E-step; the mean log-likelihood of a step. */
    private double expect(HmmTables tables, HmmCounts counts, TaskMonitor monitor) {
        ForwardBackward pass = new ForwardBackward(tables);
        double sum = 0;
        long steps = 0;
        for (int i = 0; i < sessions.size(); i++) {
            if (i % CANCEL_EVERY == 0) {
                monitor.checkCancelled();
            }
            sum += pass.add(sessions.get(i), counts);
            steps += sessions.get(i).length();
        }
        pass.finish(counts);
        return sum / Math.max(1, steps);
    }
}
