package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    /**
     * Of a run of cases.
     *
     * @param hits 1 or 0 by case, in order
     * @param change the first case after the change
     */
    static Optional<Recovery> of(double[] hits, int change) {
        Recovery.Watch watch = new Recovery.Watch();
        for (int i = 0; i < hits.length; i++) {
            watch.add(hits[i] > 0, i >= change);
        }
        return watch.found();
    }

    @Test
    void aRankerIsBackWhenItsLatestFiveHundredCasesReachNinetyPerCentOfWhatItWas() {
        double[] hits = new double[4_000];
        Arrays.fill(hits, 0, 2_500, 1);
        Arrays.fill(hits, 2_800, 4_000, 1); // 300 misses after the change

        Recovery found = of(hits, 2_500).orElseThrow();

        assertThat(found.before()).isEqualTo(1);
        assertThat(found.lowest()).isEqualTo(.4);
        // 450 hits of 500: the window must leave all but 50 of the misses behind
        assertThat(found.casesUntilBack()).hasValue(750);
    }

    @Test
    void aRankerThatNeverFellIsBackWithTheFirstFullWindowAndOneThatStaysDownNever() {
        double[] steady = new double[3_000];
        Arrays.fill(steady, 1);
        assertThat(of(steady, 2_100).orElseThrow().casesUntilBack()).hasValue(500);

        double[] lost = steady.clone();
        Arrays.fill(lost, 2_100, 3_000, 0);
        assertThat(of(lost, 2_100).orElseThrow().casesUntilBack()).isEmpty();
    }

    @Test
    void nothingIsSaidOfAChangeTooNearToAnEndOfTheRun() {
        assertThat(of(new double[4_000], 1_999)).isEmpty();
        assertThat(of(new double[4_000], 3_501)).isEmpty();
    }
}
