package org.amalgam.model.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.amalgam.domain.ItemSequence;
import org.junit.jupiter.api.Test;

/** Against the sum over all paths of states, one by one. */
class ForwardBackwardTest {

    private static final int STATES = 3;
    private static final int ITEMS = 4;

    private final HmmTables tables = tables(new Random(6));

    @Test
    void theLikelihoodIsThatOfAllPaths() {
        ForwardBackward pass = new ForwardBackward(tables);

        for (ItemSequence steps : new ItemSequence[] {of(2), of(0, 3), of(1, 1, 2, 0, 3)}) {
            assertThat(pass.logLikelihood(steps))
                    .isCloseTo(Math.log(sumOfPaths(steps, null)), within(1e-12));
        }
    }

    @Test
    void expectedCountsAreThoseOfAllPaths() {
        ItemSequence[] sessions = {of(1, 1, 2, 0, 3), of(0, 3), of(2)};
        HmmCounts expected = new HmmCounts(STATES, ITEMS);
        HmmCounts found = new HmmCounts(STATES, ITEMS);
        ForwardBackward pass = new ForwardBackward(tables);
        for (ItemSequence steps : sessions) {
            sumOfPaths(steps, expected);
            pass.add(steps, found);
        }
        pass.finish(found);

        assertThat(found.openings).containsExactly(expected.openings, within(1e-8));
        assertThat(found.transitions).containsExactly(expected.transitions, within(1e-8));
        assertThat(found.emissions).containsExactly(expected.emissions, within(1e-8));
        assertThat(found.stateSums()).containsExactly(expected.stateSums(), within(1e-8));
    }

    @Test
    void longSessionsDoNotUnderflow() {
        int[] items = new Random(1).ints(5_000, 0, ITEMS).toArray();

        assertThat(new ForwardBackward(tables).logLikelihood(ItemSequence.ofViews(items)))
                .isFinite()
                .isLessThan(-1_000);
    }

    @Test
    void smoothedProbabilitiesSumToOne() {
        for (int a = 0; a < STATES; a++) {
            double transitions = 0;
            double emissions = 0;
            for (int b = 0; b < STATES; b++) {
                transitions += tables.transitions[a * STATES + b];
            }
            for (int item = 0; item < ITEMS; item++) {
                emissions += tables.emissions[item * STATES + a];
            }
            assertThat(transitions).isCloseTo(1, within(1e-12));
            assertThat(emissions).isCloseTo(1, within(1e-12));
        }
    }

    /** P(steps); where counts are given, each path's shares are added to them. */
    private double sumOfPaths(ItemSequence steps, HmmCounts counts) {
        int n = steps.length();
        int paths = (int) Math.pow(STATES, n);
        double total = 0;
        for (int path = 0; path < paths; path++) {
            total += probability(path, steps);
        }
        for (int path = 0; path < paths && counts != null; path++) {
            double share = probability(path, steps) / total;
            int[] states = states(path, n);
            counts.openings[states[0]] += share;
            for (int t = 0; t < n; t++) {
                counts.emissions[steps.item(t) * STATES + states[t]] += share;
                if (t > 0) {
                    counts.transitions[states[t - 1] * STATES + states[t]] += share;
                }
            }
        }
        return total;
    }

    private double probability(int path, ItemSequence steps) {
        int[] states = states(path, steps.length());
        double product = tables.openings[states[0]];
        for (int t = 0; t < states.length; t++) {
            product *= tables.emissions[steps.item(t) * STATES + states[t]];
            if (t > 0) {
                product *= tables.transitions[states[t - 1] * STATES + states[t]];
            }
        }
        return product;
    }

    private static int[] states(int path, int n) {
        int[] states = new int[n];
        for (int t = 0; t < n; t++) {
            states[t] = path % STATES;
            path /= STATES;
        }
        return states;
    }

    private static HmmTables tables(Random random) {
        HmmCounts counts = new HmmCounts(STATES, ITEMS);
        fill(counts.openings, random);
        fill(counts.transitions, random);
        fill(counts.emissions, random);
        return new HmmTables(counts, new double[] {.4, .3, .2, .1}, 0.5);
    }

    private static void fill(double[] counts, Random random) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = 5 * random.nextDouble();
        }
    }

    private static ItemSequence of(int... items) {
        return ItemSequence.ofViews(items);
    }
}
