package org.amalgam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HighValuesTest {

    private final HighValues high = new HighValues();

    @Property(tries = 200)
    void allThatReachTheThresholdAreFound(
            @ForAll @IntRange(min = 0, max = 1_500) int size,
            @ForAll @IntRange(min = -1, max = 6) int threshold,
            @ForAll long seed) {
        float[] values = fewDistinct(size, new Random(seed));

        high.look(values);

        assertThat(found(threshold))
                .containsExactly(
                        IntStream.range(0, size).filter(i -> values[i] >= threshold).toArray());
        assertThat(high.low())
                .isEqualTo(
                        (float)
                                IntStream.range(0, size)
                                        .mapToDouble(i -> values[i])
                                        .min()
                                        .orElse(Double.POSITIVE_INFINITY));
    }

    @Property(tries = 200)
    void asManyAsAskedForReachTheBound(
            @ForAll @IntRange(min = 1, max = 3_000) int size,
            @ForAll @IntRange(min = 1, max = 120) int many,
            @ForAll boolean tied,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[] values = tied ? fewDistinct(size, random) : gaussian(size, random);

        high.look(values);

        assertThat(found(high.bound(many))).hasSizeGreaterThanOrEqualTo(Math.min(many, size));
    }

    @Test
    void theBoundLeavesOutNearlyAll() {
        high.look(gaussian(30_000, new Random(1)));

        assertThat(found(high.bound(20))).hasSizeLessThan(40);
    }

    @Test
    void theBoundIsTheTiedValueWhereTooFewAreAboveIt() {
        float[] values = new float[30_000];
        values[77] = 5;

        high.look(values);

        assertThat(high.bound(20)).isZero();
        assertThat(found(Math.nextUp(0f))).containsExactly(77);
    }

    @Test
    void valuesOfBothEndsOfFloatHaveABound() {
        float[] values = new float[5_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
        }

        high.look(values);

        assertThat(high.bound(20)).isGreaterThan(-Float.MAX_VALUE);
    }

    private int[] found(float threshold) {
        return IntStream.range(0, high.find(threshold)).map(high::place).sorted().toArray();
    }

    private static float[] fewDistinct(int size, Random random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextInt(5);
        }
        return values;
    }

    private static float[] gaussian(int size, Random random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
