package org.amalgam.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RankCounterTest {

    @Property(seed = "20261126", tries = 300)
    void ranksAreThoseOfCountingWhatIsAboveAndBeside(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int items) {
        Random random = new Random(seed);
        float[] scores = scores(random, items);
        int[] some = random.ints(1 + random.nextInt(items), 0, items).distinct().toArray();

        float[] ranks = RankCounter.ranks(scores, some);

        for (int i = 0; i < some.length; i++) {
            assertThat(ranks[i]).isEqualTo(rank(scores, scores[some[i]]));
        }
    }

    /** Bell-shaped, with ties, all alike, or of very different sizes. */
    private static float[] scores(Random random, int items) {
        float[] scores = new float[items];
        int kind = random.nextInt(4);
        for (int i = 0; i < items; i++) {
            scores[i] =
                    switch (kind) {
                        case 0 -> (float) random.nextGaussian();
                        case 1 -> random.nextInt(5) - 2;
                        case 2 -> -1e-3f;
                        default ->
                                (float)
                                        ((random.nextBoolean() ? 1 : -1)
                                                * Math.pow(10, 76 * random.nextDouble() - 38));
                    };
        }
        return scores;
    }

    private static float rank(float[] scores, float own) {
        int above = 0;
        int equal = 0;
        for (float score : scores) {
            above += score > own ? 1 : 0;
            equal += score == own ? 1 : 0;
        }
        return (float) (1 + above + (equal - 1) / 2.0);
    }
}
