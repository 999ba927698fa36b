package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamRanksTest {

    private static final int ITEMS = 300;

    @Test
    void agreesWithTargetRanksHoweverManyCandidatesThereAre() {
        Random random = new Random(1);
        BitSet candidates = new BitSet();
        StreamRanks ranks = new StreamRanks(candidates);
        for (int step = 0; step < 3_000; step++) {
            candidates.set(random.nextInt(ITEMS));
            float[] scores = new float[ITEMS];
            for (int item = 0; item < ITEMS; item++) {
                scores[item] = random.nextInt(40);
            }
            int target = candidates.nextSetBit(random.nextInt(candidates.length()));
            assertThat(ranks.rank(scores, target))
                    .as("step %d", step)
                    .isEqualTo(TargetRanks.rank(scores, candidates, target));
        }
        assertThat(candidates.cardinality()).isEqualTo(ITEMS);
    }

    @Test
    void aTargetThatIsNoCandidateIsRefused() {
        StreamRanks ranks = new StreamRanks(new BitSet());
        assertThatThrownBy(() -> ranks.rank(new float[ITEMS], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2");
    }
}
