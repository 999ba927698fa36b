package org.amalgam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
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
        float[] handicaps = new float[size];
        int above = 0;
        int reached = 0;
        int aboveOfSome = 0;
        int reachedOfSome = 0;
        for (int i = 0; i < size; i++) {
            boolean takesPart = random.nextBoolean();
            handicaps[i] = takesPart ? 0 : Float.NEGATIVE_INFINITY;
            above += values[i] > threshold ? 1 : 0;
            reached += values[i] >= threshold ? 1 : 0;
            aboveOfSome += takesPart && values[i] > threshold ? 1 : 0;
            reachedOfSome += takesPart && values[i] >= threshold ? 1 : 0;
        }
        for (FloatKernels kernels : new FloatKernels[] {VECTOR, PLAIN}) {
            assertThat(kernels.nextAbove(values, from, size, threshold)).isEqualTo(first);
            assertThat(kernels.standing(values, new float[size], size, threshold))
                    .isEqualTo(new FloatKernels.Standing(above, reached));
            assertThat(kernels.standing(values, handicaps, size, threshold))
                    .isEqualTo(new FloatKernels.Standing(aboveOfSome, reachedOfSome));
        }
    }

    @Property(tries = 200)
    void endsAndColumnsAreThoseOfLookingAtEveryValue(
            @ForAll @IntRange(min = 0, max = 1_100) int count, @ForAll long seed) {
        float[] values = valuesOfAllKinds(count + 3, new Random(seed));
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        float[] columns = new float[FloatKernels.columns(count)];
        Arrays.fill(columns, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < count; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
            int column = i / 256 * 16 + i % 16;
            columns[column] = Math.max(columns[column], values[i]);
        }
        for (FloatKernels kernels : new FloatKernels[] {VECTOR, PLAIN}) {
            float[] maxima = new float[columns.length + 1];
            assertThat(kernels.lowest(values, count)).isEqualTo(low);
            assertThat(kernels.extremes(values, count))
                    .isEqualTo(new FloatKernels.Extremes(low + 0f, high + 0f));
            assertThat(bits(kernels.columnMaxima(values, count, maxima))).isEqualTo(bits(low + 0f));
            for (int column = 0; column < columns.length; column++) {
                assertThat(bits(maxima[column])).isEqualTo(bits(columns[column] + 0f));
            }
            assertThat(maxima[columns.length]).as("beyond the last column").isZero();
        }
    }

    @Property(tries = 200)
    void momentsAreThoseOfTheirFormulasAndEqualOnBothToTheLastBit(
            @ForAll @IntRange(min = 1, max = 300) int count, @ForAll long seed) {
        float[] values = valuesOfAllKinds(count + 3, new Random(seed));
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += (double) values[i] / count;
        }
        double variance = 0;
        for (int i = 0; i < count; i++) {
            variance += (values[i] - mean) * (values[i] - mean) / count;
        }
        FloatKernels.Moments moments = VECTOR.moments(values, count);

        assertThat(moments).isEqualTo(PLAIN.moments(values, count));
        assertThat(moments.mean()).isCloseTo(mean, within(1e-12));
        assertThat(moments.variance()).isCloseTo(variance, within(1e-11));
    }

    @Test
    void equalValuesHaveNoVarianceWhateverTheyAre() {
        float[] values = new float[1_001];
        Arrays.fill(values, .1f);
        for (FloatKernels kernels : new FloatKernels[] {VECTOR, PLAIN}) {
            assertThat(kernels.moments(values, values.length))
                    .isEqualTo(new FloatKernels.Moments(.1f, 0));
        }
    }

    /** Its distance from the others is what sums are taken of, and loses digits of their spread. */
    @Test
    void theFirstValueMayLieFarFromAllOthers() {
        float[] values = gaussian(100_000, new Random(1));
        double without = VECTOR.moments(values, values.length).variance();
        values[0] = 1_000;

        // One value at 1,000 among n adds 1,000²/n, less what it moves the mean.
        assertThat(VECTOR.moments(values, values.length).variance())
                .isCloseTo(without + 10 - 1e-4, within(1e-3));
    }

    @Property(tries = 200)
    void mixturesAreSumsInOrderRoundedOnce(
            @ForAll @IntRange(min = 0, max = 200) int count,
            @ForAll @IntRange(min = 0, max = 7) int size,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[][] columns = new float[size][];
        for (int c = 0; c < size; c++) {
            columns[c] = valuesOfAllKinds(count + 3, random);
        }
        double[] zeros = random.doubles(size).toArray();
        double[] factors = random.doubles(size, -3, 3).toArray();
        for (FloatKernels kernels : new FloatKernels[] {VECTOR, PLAIN}) {
            float[] targets = new float[count + 3];
            kernels.mix(columns, zeros, factors, count, targets);
            for (int i = 0; i < count; i++) {
                double sum = 0;
                for (int c = 0; c < size; c++) {
                    sum += factors[c] * (columns[c][i] - zeros[c]);
                }
                assertThat(targets[i]).isEqualTo((float) sum);
            }
            assertThat(Arrays.copyOfRange(targets, count, count + 3)).containsOnly(0);
        }
    }

    @Property(tries = 200)
    void exponentialsAreTermsAndEqualOnBothToTheLastBit(
            @ForAll @IntRange(min = 0, max = 1_200) int count, @ForAll long seed) {
        Random random = new Random(seed);
        float[] values = valuesOfAllKinds(count + 3, random);
        double factor = Math.pow(10, random.nextInt(5) - 2);
        double zero = VECTOR.extremes(values, count + 3).high();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += DoubleMath.term((values[i] - zero) * factor);
        }
        double total = PLAIN.exponentials(values, count, zero, factor, new float[count]);
        assertThat(total).isCloseTo(sum, withinPercentage(1e-10));
        for (FloatKernels kernels : new FloatKernels[] {VECTOR, PLAIN}) {
            float[] terms = new float[count + 3];
            assertThat(kernels.exponentials(values, count, zero, factor, terms)).isEqualTo(total);
            for (int i = 0; i < count; i++) {
                assertThat(terms[i])
                        .isGreaterThanOrEqualTo(Float.MIN_NORMAL)
                        .isEqualTo((float) DoubleMath.term((values[i] - zero) * factor));
            }
            assertThat(Arrays.copyOfRange(terms, count, count + 3)).containsOnly(0);
        }
    }

    /** Tied ones, zeros of both signs and ones of any size, or all the same. */
    private static float[] valuesOfAllKinds(int size, Random random) {
        float[] values = new float[size];
        boolean same = random.nextInt(10) == 0;
        for (int i = 0; i < size; i++) {
            values[i] =
                    switch (same ? 0 : random.nextInt(4)) {
                        case 0 -> 1;
                        case 1 -> -0f;
                        case 2 -> random.nextInt(3) - 2;
                        default -> (float) random.nextGaussian();
                    };
        }
        return values;
    }

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
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
