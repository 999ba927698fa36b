package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.junit.jupiter.api.Test;

class IntraListSimilarityTest {

    /** Items 0 and 1 always together, 2 once with them, 3 on its own, 4 never. */
    private final IntraListSimilarity similarity =
            new IntraListSimilarity(
                    List.of(session(0, 1), session(0, 1, 0), session(1, 0, 2), session(3)), 5);

    @Test
    void handWorkedCosines() {
        // rows: 0 = (3, 3, 1), 1 = (3, 3, 1), 2 = (1, 1, 1), 3 has nothing in common with them
        assertThat(similarity.of(new int[] {0, 1})).isCloseTo(1, within(1e-6));
        double cosine = 7 / Math.sqrt(19 * 3);
        assertThat(similarity.of(new int[] {2, 0})).isCloseTo(cosine, within(1e-6));
        assertThat(similarity.of(new int[] {0, 3})).isZero();
        assertThat(similarity.of(new int[] {0, 1, 3})).isCloseTo(1 / 3.0, within(1e-6));
    }

    @Test
    void anItemThatTrainingNeverSawIsLikeNoOtherAndOneItemHasNoPair() {
        assertThat(similarity.of(new int[] {0, 4})).isZero();
        assertThat(similarity.of(new int[] {0})).isZero();
        assertThat(similarity.mean(List.of(new int[] {0}, new int[] {0, 1})))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void theSampleIsEvenlySpacedAndBounded() {
        ListSample sample = new ListSample();
        for (int i = 0; i < 10_000; i++) {
            sample.offer(new int[] {i});
        }
        List<int[]> lists = sample.lists();
        assertThat(lists.size()).isBetween(ListSample.LEAST, ListSample.MOST);
        int step = lists.get(1)[0];
        for (int i = 0; i < lists.size(); i++) {
            assertThat(lists.get(i)[0]).isEqualTo(i * step);
        }
    }

    private static Session session(int... items) {
        return new Session(0, Instant.EPOCH, ItemSequence.ofViews(items));
    }
}
