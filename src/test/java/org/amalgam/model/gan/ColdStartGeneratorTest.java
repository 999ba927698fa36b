package org.amalgam.model.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.content.ContentVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A made shop: an item's row is the sum of its kind's and its colour's direction. */
class ColdStartGeneratorTest {

    private static final int KINDS = 12;
    private static final int COLOURS = 10;
    private static final int ITEMS = KINDS * COLOURS;
    private static final int WIDTH = KINDS + COLOURS + 1;
    private static final int COLD_EVERY = 11;

    @ParameterizedTest
    @EnumSource
    void aColdItemIsFoundByItsContent(ColdStartMethod method) {
        ColdStartData data = shop();

        ColdStart cold =
                ColdStartGenerator.fit(data, method, 3, 5, TaskMonitor.silent()).orElseThrow();

        assertThat(cold.items()).hasSize((ITEMS + COLD_EVERY - 1) / COLD_EVERY);
        int found = 0;
        for (int i = 0; i < cold.items().length; i++) {
            // Among the cold items alone, so that the shift cannot help.
            found += best(cold, wanting(cold.items()[i])) == i ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(cold.items().length * 6 / 10);
        assertThat(cold.method()).isEqualTo(method);
        assertThat(cold.health().spreadRatio()).isBetween(0.3, 1.6);
    }

    @Test
    void theShiftKeepsNearlyAllWarmTargetsInTheirLists() {
        ColdStartData data = shop();
        ColdStart cold =
                ColdStartGenerator.fit(data, ColdStartMethod.GENERATOR, 2, 5, TaskMonitor.silent())
                        .orElseThrow();
        float[] rows = data.rows().clone();
        for (int item : cold.items()) {
            Arrays.fill(rows, item * WIDTH, (item + 1) * WIDTH, 0f);
            rows[(item + 1) * WIDTH - 1] = -1e6f;
        }
        int before = hits(rows, data.validation());

        cold.writeTo((item, from, at) -> System.arraycopy(from, at, rows, item * WIDTH, WIDTH));

        assertThat(before - hits(rows, data.validation()))
                .isLessThanOrEqualTo((int) (0.005 * data.validation().count()) + 1);
    }

    @Test
    void oneSeedGivesTheSameRows() {
        ColdStart one = adversarial(9);
        ColdStart same = adversarial(9);
        ColdStart other = adversarial(10);

        assertThat(one.row(0)).isEqualTo(same.row(0)).isNotEqualTo(other.row(0));
        assertThat(one.shift()).isEqualTo(same.shift());
    }

    private static ColdStart adversarial(long seed) {
        return ColdStartGenerator.fit(
                        shop(), ColdStartMethod.ADVERSARIAL, 1, seed, TaskMonitor.silent())
                .orElseThrow();
    }

    @Test
    void withoutAColdItemThereIsNothingToMake() {
        ColdStartData data = shop();
        int[] all = new int[ITEMS];
        Arrays.fill(all, 9);
        ColdStartData warm =
                new ColdStartData(
                        data.content(),
                        data.rows(),
                        Demand.countsOnly(all),
                        data.training(),
                        data.validation());

        assertThat(ColdStartGenerator.fit(warm, ColdStartMethod.GENERATOR, 1, TaskMonitor.silent()))
                .isEmpty();
    }

    @Test
    void theNeighboursOfATwinAreItsTwin() {
        ColdStartData data = shop();
        ColdStart cold =
                ColdStartGenerator.fit(data, ColdStartMethod.NEIGHBOURS, 5, TaskMonitor.silent())
                        .orElseThrow();

        // Whatever the mix, neighbours' kinds and colours are the cold item's own or its kind's.
        float[] row = cold.row(0);
        int kind = cold.items()[0] / COLOURS;
        for (int other = 0; other < KINDS; other++) {
            if (other != kind) {
                assertThat(row[kind]).isGreaterThan(row[other]);
            }
        }
    }

    @Test
    void gradientsOfTheSoftmaxAgreeWithDifferences() {
        float[] scores = {0.3f, -0.2f, 1.1f, 0.4f, -0.7f, 0.9f};
        int[] targets = {2, 0};
        float[] gradients = scores.clone();

        RowSoftmax.gradient(gradients, 3, targets);

        for (int i = 0; i < scores.length; i++) {
            float step = 1e-2f;
            float[] up = scores.clone();
            float[] down = scores.clone();
            up[i] += step;
            down[i] -= step;
            double slope =
                    (RowSoftmax.gradient(up, 3, targets) - RowSoftmax.gradient(down, 3, targets))
                            / (2 * step);
            assertThat((double) gradients[i]).isCloseTo(slope, within(1e-4));
        }
    }

    private static int best(ColdStart cold, float[] query) {
        int best = 0;
        double score = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < cold.items().length; i++) {
            float[] row = cold.row(i);
            double own = 0;
            for (int j = 0; j < WIDTH; j++) {
                own += row[j] * query[j];
            }
            if (own > score) {
                score = own;
                best = i;
            }
        }
        return best;
    }

    private static int hits(float[] rows, RowStates states) {
        int hits = 0;
        for (int i = 0; i < states.count(); i++) {
            int above = 0;
            double own = score(rows, states.targets()[i], states.queries(), i);
            for (int item = 0; item < ITEMS; item++) {
                above += score(rows, item, states.queries(), i) > own ? 1 : 0;
            }
            hits += above < 20 ? 1 : 0;
        }
        return hits;
    }

    private static double score(float[] rows, int item, float[] queries, int query) {
        double score = 0;
        for (int j = 0; j < WIDTH; j++) {
            score += rows[item * WIDTH + j] * queries[query * WIDTH + j];
        }
        return score;
    }

    /** A state that is followed by this item most of the time. */
    private static float[] wanting(int item) {
        float[] query = new float[WIDTH];
        query[item / COLOURS] = 4;
        query[KINDS + item % COLOURS] = 4;
        query[WIDTH - 1] = 1;
        return query;
    }

    private static ColdStartData shop() {
        Random random = new Random(3);
        List<Item> items = new ArrayList<>();
        float[] rows = new float[ITEMS * WIDTH];
        int[] counts = new int[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            items.add(titled(item));
            rows[item * WIDTH + item / COLOURS] = 1;
            rows[item * WIDTH + KINDS + item % COLOURS] = 1;
            for (int j = 0; j < WIDTH; j++) {
                rows[item * WIDTH + j] += (float) (0.05 * random.nextGaussian());
            }
            counts[item] = item % COLD_EVERY == 0 ? 0 : 20;
        }
        ContentVectors content = ContentVectors.of(new Catalogue(items), 1);
        return new ColdStartData(
                content,
                rows,
                Demand.countsOnly(counts),
                states(4_000, random),
                states(1_000, random));
    }

    private static Item titled(int item) {
        return new Item(
                item,
                "item-" + item,
                Optional.of("kind" + item / COLOURS + " colour" + item % COLOURS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }

    private static RowStates states(int count, Random random) {
        float[] queries = new float[count * WIDTH];
        int[] targets = new int[count];
        for (int i = 0; i < count; i++) {
            do {
                targets[i] = random.nextInt(ITEMS);
            } while (targets[i] % COLD_EVERY == 0);
            System.arraycopy(wanting(targets[i]), 0, queries, i * WIDTH, WIDTH);
            for (int j = 0; j < WIDTH - 1; j++) {
                queries[i * WIDTH + j] += (float) (0.8 * random.nextGaussian());
            }
        }
        return new RowStates(queries, targets);
    }
}
