package org.amalgam.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GiniTest {

    @Test
    void whenAllHaveTheSameItIsZero() {
        assertThat(Gini.of(new double[] {3, 3, 3, 3}, 4)).isCloseTo(0, within(1e-12));
    }

    /** Mean absolute difference over twice the mean. */
    @Test
    void fourAmountsByHand() {
        // Differences: 1, 2, 5, 1, 4, 3 = 16; twice that over n² = 16 is 2; mean 3: 2 / (2·3).
        assertThat(Gini.of(new double[] {6, 1, 3, 2}, 4)).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void whoHasNothingCounts() {
        assertThat(Gini.of(new double[] {5, 0}, 10)).isCloseTo(.9, within(1e-12));
        assertThat(Gini.of(new double[] {5}, 10)).isCloseTo(.9, within(1e-12));
    }

    @Test
    void nothingIsSpreadEvenly() {
        assertThat(Gini.of(new double[] {0, 0}, 2)).isZero();
    }
}
