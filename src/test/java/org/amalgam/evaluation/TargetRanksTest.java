package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.amalgam.domain.TargetRank;
import org.junit.jupiter.api.Test;

class TargetRanksTest {

    private static final int ITEMS = 300;
    private static final float[] SCORES = {5, 9, 5, 1, 5, 7};

    @Test
    void tiedItemsShareTheMeanOfTheirRanks() {
        // 9 and 7 above, three fives on ranks 3, 4 and 5
        assertThat(TargetRanks.rank(SCORES, candidates(0, 1, 2, 3, 4, 5), 2))
                .isEqualTo(new TargetRank(4, 2));
    }

    @Test
    void itemsThatAreNoCandidatesDoNotCount() {
        assertThat(TargetRanks.rank(SCORES, candidates(0, 2, 3, 5), 2))
                .isEqualTo(new TargetRank(2.5, 1));
    }

    @Test
    void theBestItemIsFirst() {
        assertThat(TargetRanks.rank(SCORES, candidates(0, 1, 2, 3, 4, 5), 1))
                .isEqualTo(new TargetRank(1, 0));
    }

    @Test
    void aTargetThatIsNoCandidateIsRefused() {
        assertThatThrownBy(() -> TargetRanks.rank(SCORES, candidates(0, 1), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2");
    }

    @Test
    void candidatesMayComeAndGoBetweenTargets() {
        Random random = new Random(1);
        BitSet candidates = new BitSet();
        TargetRanks ranks = new TargetRanks(candidates);
        for (int step = 0; step < 3_000; step++) {
            candidates.set(random.nextInt(ITEMS));
            if (step % 3 == 0) {
                candidates.clear(random.nextInt(ITEMS));
            }
            agree(ranks, candidates, random, step);
        }
    }

    @Test
    void candidatesMayBecomeAll() {
        Random random = new Random(1);
        BitSet candidates = new BitSet();
        TargetRanks ranks = new TargetRanks(candidates);
        for (int step = 0; step < 3_000; step++) {
            candidates.set(random.nextInt(ITEMS));
            agree(ranks, candidates, random, step);
        }
        assertThat(candidates.cardinality()).isEqualTo(ITEMS);
    }

    private static void agree(TargetRanks ranks, BitSet candidates, Random random, int step) {
        float[] scores = new float[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            scores[item] = random.nextInt(40);
        }
        if (candidates.isEmpty()) {
            return;
        }
        int target = candidates.nextSetBit(random.nextInt(candidates.length()));
        assertThat(ranks.rank(scores, target))
                .as("step %d", step)
                .isEqualTo(counted(scores, candidates, target));
    }

    /** By looking at each candidate. */
    private static TargetRank counted(float[] scores, BitSet candidates, int target) {
        long above = candidates.stream().filter(i -> scores[i] > scores[target]).count();
        long same = candidates.stream().filter(i -> scores[i] == scores[target]).count();
        int tied = (int) same - 1;
        return new TargetRank(1 + above + tied / 2.0, tied);
    }

    private static BitSet candidates(int... items) {
        BitSet set = new BitSet();
        for (int item : items) {
            set.set(item);
        }
        return set;
    }
}
