package org.amalgam.model.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static List<Judged> guesses(double strength, int right, int wrong) {
        List<Judged> guesses = new ArrayList<>();
        for (int i = 0; i < right + wrong; i++) {
            guesses.add(new Judged(strength, "yes", i < right ? "yes" : "no", Set.of()));
        }
        return guesses;
    }

    @Test
    void confidenceIsTheSmoothedShareOfGuessesAsStrong() {
        List<Judged> guesses = guesses(0.2, 5, 15);
        guesses.addAll(guesses(0.6, 18, 2));

        Calibration calibration = new Calibration(guesses);

        assertThat(calibration.confidence(0.2)).isCloseTo(6.0 / 22, within(1e-12));
        assertThat(calibration.confidence(0.5)).isCloseTo(6.0 / 22, within(1e-12));
        assertThat(calibration.confidence(0.6)).isCloseTo(19.0 / 22, within(1e-12));
        assertThat(calibration.confidence(9)).isCloseTo(19.0 / 22, within(1e-12));
        assertThat(calibration.confidence(0)).isCloseTo(6.0 / 22, within(1e-12));
    }

    @Test
    void strengthsThatSayTheContraryArePooled() {
        List<Judged> guesses = guesses(0.2, 15, 5);
        guesses.addAll(guesses(0.6, 5, 15));

        Calibration calibration = new Calibration(guesses);

        assertThat(calibration.confidence(0.2)).isCloseTo(21.0 / 42, within(1e-12));
        assertThat(calibration.confidence(0.6)).isCloseTo(21.0 / 42, within(1e-12));
    }

    @Test
    void aFewStrongGuessesAreNoBinOfTheirOwn() {
        List<Judged> guesses = guesses(0.2, 10, 10);
        guesses.addAll(guesses(0.6, 5, 0));

        assertThat(new Calibration(guesses).confidence(0.6)).isCloseTo(16.0 / 27, within(1e-12));
    }

    @Test
    void confidenceNeverFallsWithStrength() {
        Random random = new Random(1);
        List<Judged> guesses = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            double strength = random.nextDouble();
            boolean right = random.nextDouble() < strength;
            guesses.add(new Judged(strength, "yes", right ? "yes" : "no", Set.of()));
        }
        Calibration calibration = new Calibration(guesses);

        double before = 0;
        for (double strength = 0; strength <= 1; strength += 0.01) {
            assertThat(calibration.confidence(strength)).isGreaterThanOrEqualTo(before);
            before = calibration.confidence(strength);
        }
        assertThat(calibration.confidence(0.5)).isCloseTo(0.5, within(0.15));
    }

    @Test
    void nineteenGuessesAreTooFew() {
        assertThatThrownBy(() -> new Calibration(guesses(0.5, 19, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
