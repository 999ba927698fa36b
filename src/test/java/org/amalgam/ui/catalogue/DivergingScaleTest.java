package org.amalgam.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivergingScaleTest {

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textCanBeReadOnEveryColour(boolean dark) {
        DivergingScale scale = new DivergingScale(dark);
        for (double octaves = -4; octaves <= 4; octaves += 0.05) {
            Color ground = scale.of(OptionalDouble.of(Math.pow(2, octaves)));
            double one = luminance(ground) + 0.05;
            double other = luminance(DivergingScale.ink(ground)) + 0.05;
            assertThat(Math.max(one, other) / Math.min(one, other))
                    .as("at 2^%.2f", octaves)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unknownIsEvenAndTheEndsAreFull(boolean dark) {
        DivergingScale scale = new DivergingScale(dark);

        assertThat(scale.of(OptionalDouble.empty())).isEqualTo(scale.of(OptionalDouble.of(1)));
        assertThat(scale.of(OptionalDouble.of(0))).isEqualTo(Color.web("#D55E00"));
        assertThat(scale.of(OptionalDouble.of(0.25))).isEqualTo(Color.web("#D55E00"));
        assertThat(scale.of(OptionalDouble.of(90))).isEqualTo(Color.web("#0072B2"));
    }
}
