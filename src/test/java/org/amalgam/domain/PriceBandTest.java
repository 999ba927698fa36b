package org.amalgam.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PriceBandTest {

    private static final double NO_END = Double.POSITIVE_INFINITY;

    @Test
    void theLowerEndIsWithinAndTheUpperOneIsNot() {
        PriceBand band = new PriceBand(2.1, 4.95);

        assertThat(band.contains(2.1)).isTrue();
        assertThat(band.contains(4.95)).isFalse();
        assertThat(new PriceBand(4.95, NO_END).contains(1e9)).isTrue();
    }

    @Test
    void aPersonReadsItAsARange() {
        assertThat(new PriceBand(0, 2.1).text()).isEqualTo("below 2.10");
        assertThat(new PriceBand(2.1, 4.95).text()).isEqualTo("2.10 to 4.95");
        assertThat(new PriceBand(12.75, NO_END).text()).isEqualTo("from 12.75");
        assertThat(new PriceBand(0, NO_END).text()).isEqualTo("any");
    }

    @Test
    void aBandWithoutPricesIsNone() {
        assertThatThrownBy(() -> new PriceBand(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriceBand(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriceBand(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
