package org.amalgam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The tests run with the vector module, so the best kernels are the vector ones. */
class FloatKernelsTest {

    private static final FloatKernels VECTOR = FloatKernels.best();
    private static final FloatKernels PLAIN = new PlainKernels();

    @Test
    void theBestKernelsUseVectors() {
        assertThat(VECTOR.name()).startsWith("vectors of");
        assertThat(PLAIN.name()).isEqualTo("plain Java");
    }

    @Property(tries = 100)
    void scoresAreProductsAndEqualOnBothToTheLastBit(
            @ForAll @IntRange(min = 1, max = 400) int items,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[] rows = gaussian(items * width, random);
        float[] biases = gaussian(items, random);
        float[] query = gaussian(width, random);

        float[] scores = scores(VECTOR, rows, biases, query);

        assertThat(scores).isEqualTo(scores(PLAIN, rows, biases, query));
        for (int i = 0; i < items; i++) {
            double expected = biases[i];
            for (int j = 0; j < width; j++) {
                expected += (double) query[j] * rows[i * width + j];
            }
            assertThat((double) scores[i]).isCloseTo(expected, within(1e-4));
        }
    }

    @Property(tries = 100)
    void queriesTogetherGiveWhatEachGivesAlone(
            @ForAll @IntRange(min = 1, max = 300) int items,
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @IntRange(min = 0, max = 11) int count,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[] rows = gaussian(items * width, random);
        float[] biases = gaussian(items, random);
        float[][] queries = new float[count][];
        for (int query = 0; query < count; query++) {
            queries[query] = gaussian(width, random);
        }
        for (FloatKernels kernels : new FloatKernels[] {VECTOR, PLAIN}) {
            ScoreTable table = new ScoreTable(items, width, kernels);
            table.putAll(rows, biases);
            float[][] scores = new float[count][items];
            table.score(queries, count, scores);
            for (int query = 0; query < count; query++) {
                assertThat(scores[query]).isEqualTo(scores(VECTOR, rows, biases, queries[query]));
            }
        }
    }

    private static float[] scores(
            FloatKernels kernels, float[] rows, float[] biases, float[] query) {
        ScoreTable table = new ScoreTable(biases.length, query.length, kernels);
        table.putAll(rows, biases);
        float[] scores = new float[biases.length];
        table.score(query, scores);
        return scores;
    }

    @Property(tries = 200)
    void placesAndCountsAreThoseOfLookingAtEveryValue(
            @ForAll @IntRange(min = 0, max = 300) int size,
            @ForAll @IntRange(min = 0, max = 9) int threshold,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextInt(10);
        }
        int from = size == 0 ? 0 : random.nextInt(size);
        int first = from;
        while (first < size && values[first] <= threshold) {
            first++;
        }
        int above = 0;
        int reached = 0;
        for (float value : values) {
            above += value > threshold ? 1 : 0;
            reached += value >= threshold ? 1 : 0;
        }
        for (FloatKernels kernels : new FloatKernels[] {VECTOR, PLAIN}) {
            assertThat(kernels.nextAbove(values, from, size, threshold)).isEqualTo(first);
            assertThat(kernels.countAbove(values, size, threshold)).isEqualTo(above);
            assertThat(kernels.countAtLeast(values, size, threshold)).isEqualTo(reached);
        }
    }

    @Property(tries = 100)
    void sumsAndScaledSumsAreThoseOfTheirFormulasAndEqualOnBothToTheLastBit(
            @ForAll @IntRange(min = 0, max = 200) int count, @ForAll long seed) {
        Random random = new Random(seed);
        float[] values = gaussian(count + 3, random);
        double[] before = random.doubles(count + 3).toArray();
        double[] others = random.doubles(count + 3).toArray();
        double sum = 0;
        double squares = 0;
        float lowest = Float.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            sum += values[i];
            squares += (values[i] - .5) * (values[i] - .5);
            lowest = Math.min(lowest, values[i]);
        }
        for (FloatKernels kernels : new FloatKernels[] {VECTOR, PLAIN}) {
            assertThat(kernels.sum(values, count))
                    .isCloseTo(sum, within(1e-11))
                    .isEqualTo(PLAIN.sum(values, count));
            assertThat(kernels.squares(values, count, .5))
                    .isCloseTo(squares, within(1e-10))
                    .isEqualTo(PLAIN.squares(values, count, .5));
            assertThat(kernels.lowest(values, count)).isEqualTo(lowest);
            double[] sums = before.clone();
            kernels.addScaled(values, count, .25, 3, .001, 7, sums);
            float[] combined = new float[count + 3];
            kernels.combine(before, 1.5, others, count, combined);
            for (int i = 0; i < count; i++) {
                double scaled = 7 * (.001 * ((values[i] - .25) / 3));
                assertThat(sums[i]).isEqualTo(before[i] + scaled);
                assertThat(combined[i]).isEqualTo((float) (before[i] + 1.5 * others[i]));
            }
            for (int i = count; i < count + 3; i++) {
                assertThat(sums[i]).isEqualTo(before[i]);
                assertThat(combined[i]).isZero();
            }
        }
    }

    @Property(tries = 100)
    void oneValueThatIsNoNumberIsFoundWhereverItStands(
            @ForAll @IntRange(min = 1, max = 200) int size,
            @ForAll @IntRange(min = 0, max = 199) int at,
            @ForAll @IntRange(min = 0, max = 2) int which) {
        float[] values = gaussian(size, new Random(size));
        for (FloatKernels kernels : new FloatKernels[] {VECTOR, PLAIN}) {
            assertThat(kernels.allFinite(values, size)).isTrue();
        }
        values[at % size] =
                new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}[which];
        for (FloatKernels kernels : new FloatKernels[] {VECTOR, PLAIN}) {
            assertThat(kernels.allFinite(values, size)).isFalse();
        }
    }

    @Test
    void aRowThatIsPutAnewCounts() {
        ScoreTable table = new ScoreTable(70, 2);
        float[] scores = new float[70];

        table.put(69, new float[] {9, 2, 3}, 1, 1f);
        table.score(new float[] {10, 100}, scores);

        assertThat(scores[69]).isEqualTo(1 + 20 + 300);
        assertThat(scores[0]).isZero();
    }

    @Test
    void aTableNoArrayCanHoldIsRefusedWithItsSize() {
        assertThatThrownBy(() -> new ScoreTable(50_000_000, 64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("50000000 items of width 64");
    }

    private static float[] gaussian(int size, Random random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
