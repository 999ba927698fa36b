package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.amalgam.domain.TargetRank;
import org.junit.jupiter.api.Test;

class TargetRanksTest {

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

    private static BitSet candidates(int... items) {
        BitSet set = new BitSet();
        for (int item : items) {
            set.set(item);
        }
        return set;
    }
}
