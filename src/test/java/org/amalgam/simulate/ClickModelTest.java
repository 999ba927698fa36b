package org.amalgam.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ClickModelTest {

    private final ClickModel model = new ClickModel(-1, 2, 0.5, 0.25, 0.5, 1, 0.3, 0.5);

    @Test
    void attractionIsTheLogisticOfItsParts() {
        // −1 + 2 · 0.5 + 0.5 − 0.5 · 1 = 0
        assertThat(model.attraction(0.5, true, false, 1)).isCloseTo(0.5, within(1e-12));
        // −1 + 0 + 0 + 0.25 − 0.5 · 0 = −0.75
        assertThat(model.attraction(0, false, true, 0)).isCloseTo(0.320821, within(1e-6));
    }

    @Test
    void lowerPlacesAreLookedAtLess() {
        assertThat(model.examination(1)).isEqualTo(1);
        assertThat(model.examination(4)).isCloseTo(0.25, within(1e-12));
        assertThatThrownBy(() -> model.examination(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
