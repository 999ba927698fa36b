package org.amalgam.model.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private static FeatureRow row(double... values) {
        double length = 0;
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            length += values[i] * values[i];
            if (values[i] != 0) {
                columns.add(i);
            }
        }
        double norm = Math.sqrt(length);
        return new FeatureRow(
                columns.stream().mapToInt(c -> c).toArray(),
                columns.stream().mapToDouble(c -> values[c] / norm).toArray());
    }

    @Test
    void neighboursVoteWithTheirCosines() {
        LabelledRows known =
                new LabelledRows(
                        List.of(row(1, 0, 0), row(0.8, 0.6, 0), row(0.8, 0, 0.6), row(0, 1, 0)),
                        3,
                        new int[] {0, 1, 1, 0},
                        2);

        Guess three = Neighbours.of(known, List.of(3)).get(0).guess(row(1, 0, 0));
        Guess one = Neighbours.of(known, List.of(1)).get(0).guess(row(1, 0, 0));

        // Votes 1 for class 0 and .8 + .8 for class 1, which has 1.6 / 2.6 of them at a mean of .8.
        assertThat(three.value()).isEqualTo(1);
        assertThat(three.strength()).isCloseTo(1.6 / 2.6 * 0.8, within(1e-9));
        assertThat(one.value()).isZero();
        assertThat(one.strength()).isCloseTo(1, within(1e-9));
    }

    @Test
    void numbersOfNeighboursThatShareASearchAnswerAsEachAlone() {
        Random random = new Random(2);
        List<FeatureRow> rows = new ArrayList<>();
        int[] labels = new int[60];
        for (int i = 0; i < labels.length; i++) {
            rows.add(row(random.nextDouble(), random.nextDouble(), random.nextDouble()));
            labels[i] = random.nextInt(3);
        }
        LabelledRows known = new LabelledRows(rows, 3, labels, 3);
        List<Neighbours> together = Neighbours.of(known, List.of(1, 5, 15));

        for (int i = 0; i < 20; i++) {
            FeatureRow asked = row(random.nextDouble(), random.nextDouble(), random.nextDouble());
            List<Integer> ks = List.of(1, 5, 15);
            for (int k = 0; k < ks.size(); k++) {
                Guess alone = Neighbours.of(known, List.of(ks.get(k))).get(0).guess(asked);
                assertThat(together.get(k).guess(asked)).isEqualTo(alone);
            }
        }
    }

    @Test
    void whatSharesNothingWithAnyItemIsTheMostFrequentClassWithoutStrength() {
        LabelledRows known =
                new LabelledRows(
                        List.of(row(1, 0, 0), row(0, 1, 0), row(0, 1, 0)),
                        3,
                        new int[] {0, 1, 1},
                        2);
        Neighbours neighbours = Neighbours.of(known, List.of(2)).get(0);

        assertThat(neighbours.guess(row(0, 0, 1))).isEqualTo(new Guess(1, 0));
        assertThat(neighbours.guess(new FeatureRow(new int[0], new double[0])))
                .isEqualTo(new Guess(1, 0));
    }
}
