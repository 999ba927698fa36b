package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankBiasedOverlapTest {

    @Test
    void equalListsOverlapWhollyAndDisjointOnesNotAtAll() {
        int[] list = IntStream.range(0, 20).toArray();
        assertThat(RankBiasedOverlap.of(list, list)).isCloseTo(1, within(1e-12));
        assertThat(RankBiasedOverlap.of(list, IntStream.range(20, 40).toArray())).isZero();
    }

    @Test
    void theListsOfThePapersFigureThreeAgreeAsPrintedThere() {
        // abcdefg against zcavwxy: agreement 0, 0, 2/3, 2/4, 2/5, 2/6, 2/7
        int[] a = {0, 1, 2, 3, 4, 5, 6};
        int[] b = {25, 2, 0, 21, 22, 23, 24};
        double[] agreement = {0, 0, 2 / 3.0, 2 / 4.0, 2 / 5.0, 2 / 6.0, 2 / 7.0};
        double expected = 2 / 7.0 * Math.pow(.9, 7);
        for (int d = 1; d <= 7; d++) {
            expected += .1 / .9 * agreement[d - 1] * Math.pow(.9, d);
        }
        assertThat(RankBiasedOverlap.of(a, b)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void itIsSymmetricAndBetweenZeroAndOneForAnyLists() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int[] a = random.ints(0, 40).distinct().limit(20).toArray();
            int[] b = random.ints(0, 40).distinct().limit(20).toArray();
            double overlap = RankBiasedOverlap.of(a, b);
            assertThat(overlap).isBetween(0.0, 1.0);
            assertThat(RankBiasedOverlap.of(b, a)).isCloseTo(overlap, within(1e-12));
        }
    }

    @Test
    void aChangeAtTheTopCostsMoreThanOneFurtherDown() {
        int[] list = IntStream.range(0, 20).toArray();
        int[] top = list.clone();
        top[0] = 99;
        int[] end = list.clone();
        end[15] = 99;
        assertThat(RankBiasedOverlap.of(list, top)).isLessThan(RankBiasedOverlap.of(list, end));
    }

    @Test
    void anEmptyListIsRefused() {
        assertThatThrownBy(() -> RankBiasedOverlap.of(new int[0], new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
