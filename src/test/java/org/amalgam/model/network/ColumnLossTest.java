package org.amalgam.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnLossTest {

    private static final NegativeSampler SAMPLER = new NegativeSampler(counts(), 0.5);

    private final PackedBatch batch = Toy.batch(30, 3);
    private final Columns columns = new Columns(30);

    ColumnLossTest() {
        columns.select(batch, SAMPLER, 40, new SplittableRandom(2));
    }

    static Stream<Named<ColumnLoss>> losses() {
        return Stream.of(
                Named.of("cross-entropy", new CrossEntropy(SAMPLER)),
                Named.of("BPR-max", new BprMax()));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsAgreeWithDifferences(ColumnLoss loss) {
        int targets = batch.targetCount();
        float[] scores = Toy.gaussian(columns.size() * targets, 1.5, 8);
        float[] gradient = scores.clone();
        loss.gradient(columns, gradient, targets, 0.5f);

        for (int i = 0; i < gradient.length; i += 7) {
            float[] moved = scores.clone();
            moved[i] += 1e-2f;
            double above = loss.gradient(columns, moved, targets, 1);
            moved = scores.clone();
            moved[i] -= 1e-2f;
            double below = loss.gradient(columns, moved, targets, 1);
            float difference = (float) (0.5 * (above - below) / 2e-2);
            assertThat(gradient[i]).as("entry " + i).isCloseTo(difference, within(2e-3f));
        }
    }

    @Test
    void theTargetsOfABatchComeFirstAndAreCounted() {
        int times = 0;
        int drawn = 0;
        for (int c = 0; c < columns.size(); c++) {
            times += columns.timesTarget(c);
            drawn += columns.timesDrawn(c);
        }

        assertThat(times).isEqualTo(batch.targetCount());
        assertThat(drawn).isEqualTo(40);
        for (int i = 0; i < batch.targetCount(); i++) {
            assertThat(columns.item(columns.ofTarget(i))).isEqualTo(batch.target(i));
        }
    }

    @Test
    void negativesAreDrawnByPopularityToThePower() {
        int[] drawn = new int[30];
        SplittableRandom random = new SplittableRandom(5);
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            drawn[SAMPLER.draw(random)]++;
        }
        double mass = 0;
        for (int count : counts()) {
            mass += Math.sqrt(Math.max(1, count));
        }
        for (int i = 0; i < 30; i++) {
            double expected = Math.sqrt(Math.max(1, counts()[i])) / mass;
            // Six standard deviations of a share.
            assertThat(drawn[i] / (double) draws)
                    .isCloseTo(expected, within(6 * Math.sqrt(expected / draws)));
        }
    }

    /** Item 0 was never seen, item 29 most often. */
    private static int[] counts() {
        int[] counts = new int[30];
        for (int i = 0; i < 30; i++) {
            counts[i] = i * i;
        }
        return counts;
    }
}
