package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TopKTest {

    @Test
    void equalScoresComeInOrderOfItemNumber() {
        assertThat(new TopK(3).select(new float[] {1, 2, 2, 2, 2, 0}, all(6)))
                .containsExactly(1, 2, 3);
    }

    @Test
    void itemsThatAreNoCandidatesAreLeftOut() {
        BitSet odd = new BitSet();
        odd.set(1);
        odd.set(3);

        assertThat(new TopK(3).select(new float[] {9, 1, 8, 2}, odd)).containsExactly(3, 1);
    }

    @Test
    void nothingIsSelectedFromNothing() {
        assertThat(new TopK(3).select(new float[4], new BitSet())).isEmpty();
        assertThatThrownBy(() -> new TopK(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Few distinct scores, so that most are tied. */
    @Property(seed = "20241124")
    void selectionEqualsAFullSort(
            @ForAll @Size(max = 80) List<@IntRange(max = 6) Integer> values,
            @ForAll @IntRange(min = 1, max = 25) int k,
            @ForAll long seed) {
        float[] scores = new float[values.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = values.get(i) / 3f - 1;
        }
        BitSet candidates = new BitSet();
        Random random = new Random(seed);
        IntStream.range(0, scores.length).forEach(i -> candidates.set(i, random.nextInt(4) > 0));
        int[] expected =
                candidates.stream()
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble((Integer item) -> -scores[item])
                                        .thenComparing(item -> item))
                        .limit(k)
                        .mapToInt(item -> item)
                        .toArray();
        TopK topK = new TopK(k);

        assertThat(topK.select(scores, candidates)).isEqualTo(expected);
        assertThat(topK.select(scores, candidates)).as("a second time").isEqualTo(expected);
    }

    /** So many that most are never looked at, of which candidates are any part. */
    @Property(seed = "20241124", tries = 150)
    void selectionFromManyEqualsAFullSort(
            @ForAll @IntRange(min = 300, max = 6_000) int items,
            @ForAll @IntRange(min = 0, max = 40) int candidatesIn,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll long seed) {
        Random random = new Random(seed);
        float[] scores = new float[items];
        BitSet candidates = new BitSet();
        for (int i = 0; i < items; i++) {
            scores[i] =
                    switch (kind) {
                        case 0 -> (float) random.nextGaussian();
                        case 1 -> random.nextInt(items) < 10 ? random.nextInt(3) : -0f;
                        case 2 -> random.nextInt(5) - 2;
                        default -> 1;
                    };
            candidates.set(i, random.nextInt(40) < candidatesIn);
        }
        int[] expected =
                candidates.stream()
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble((Integer item) -> -(scores[item] + 0f))
                                        .thenComparing(item -> item))
                        .limit(20)
                        .mapToInt(item -> item)
                        .toArray();

        assertThat(new TopK(20).select(scores, candidates)).isEqualTo(expected);
    }

    @Test
    void candidatesWithLowScoresAreFoundBelowManyOthers() {
        float[] scores = new float[2_000];
        BitSet candidates = new BitSet();
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i;
            candidates.set(i, i < 1_000);
        }

        assertThat(new TopK(3).select(scores, candidates)).containsExactly(999, 998, 997);
    }

    private static BitSet all(int items) {
        BitSet set = new BitSet();
        set.set(0, items);
        return set;
    }
}
