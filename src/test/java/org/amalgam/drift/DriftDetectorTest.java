package org.amalgam.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.amalgam.drift.DriftDetector.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriftDetectorTest {

    /** Those that replays use, for values from 0 to 1. */
    private static List<Supplier<DriftDetector>> detectors() {
        return List.of(() -> new Adwin(.002), () -> new PageHinkley(.02, 50, 1, 200));
    }

    private static List<Integer> changesIn(DriftDetector detector, double[] values) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (detector.add(values[i]).isPresent()) {
                found.add(i);
            }
        }
        return found;
    }

    /** True with this probability before the turn, and with that one from there on. */
    private static double[] hits(Random random, int length, int turn, double before, double after) {
        double[] hits = new double[length];
        for (int i = 0; i < length; i++) {
            hits[i] = random.nextDouble() < (i < turn ? before : after) ? 1 : 0;
        }
        return hits;
    }

    private static byte[] state(DriftDetector detector) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        detector.writeState(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void theStreamIsThatOfPythonsGenerator() {
        double[] first = Arrays.copyOf(RiverStream.values(), 12);
        assertThat(first).containsExactly(0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0);
    }

    @Test
    void adwinFindsTheChangeOfRiversExampleWhereRiverDoes() {
        assertThat(changesIn(new Adwin(.002), RiverStream.values())).containsExactly(1_023);
    }

    @Test
    void pageHinkleyFindsTheChangeOfRiversExampleWhereRiverDoes() {
        assertThat(changesIn(new PageHinkley(), RiverStream.values())).containsExactly(1_006);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void aChangeSaysWhereItCameAndHowFarTheMeanMoved(Supplier<DriftDetector> make) {
        for (double[] fromTo : new double[][] {{.6, .2}, {.1, .7}}) {
            double[] hits = hits(new Random(3), 1_500, 1_000, fromTo[0], fromTo[1]);
            DriftDetector detector = make.get();
            Optional<Change> found = Optional.empty();
            int at = 0;
            while (found.isEmpty()) {
                found = detector.add(hits[at++]);
            }
            Change change = found.get();
            assertThat(at).isBetween(1_000, 1_300);
            assertThat(at - change.since()).isBetween(700L, 1_100L);
            assertThat(change.isFall()).isEqualTo(fromTo[1] < fromTo[0]);
            assertThat(change.before()).isCloseTo(fromTo[0], within(.06));
            // Values from before the change may be among those taken to come after it.
            double apart = Math.abs(change.after() - fromTo[1]);
            assertThat(apart).isLessThan(detector instanceof Adwin ? .15 : .5);
        }
    }

    /** One false alarm in 10,000 values at the most, which is the rate stated for replays. */
    @ParameterizedTest
    @MethodSource("detectors")
    void whereNothingChangesHardlyAnyChangeIsFound(Supplier<DriftDetector> make) {
        for (double rate : new double[] {.05, .3, .5, .8}) {
            int found = 0;
            for (int run = 0; run < 100; run++) {
                double[] hits = hits(new Random(run), 5_000, 0, rate, rate);
                found += changesIn(make.get(), hits).size();
            }
            assertThat(found).as("false alarms in 500,000 hits of rate %s", rate).isLessThan(50);
        }
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void aJumpIsFoundSoon(Supplier<DriftDetector> make) {
        int found = 0;
        for (int run = 0; run < 200; run++) {
            double before = .2 + .6 * new Random(run).nextDouble();
            double after = before > .5 ? before - .2 : before + .2;
            double[] hits = hits(new Random(run), 1_600, 1_000, before, after);
            found += changesIn(make.get(), hits).stream().anyMatch(at -> at >= 1_000) ? 1 : 0;
        }
        assertThat(found).as("jumps by .2 found within 600 of 200").isGreaterThanOrEqualTo(190);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void theStateTellsDetectorsApartExactlyWhenTheyGoOnDifferently(Supplier<DriftDetector> make)
            throws IOException {
        DriftDetector one = make.get();
        DriftDetector same = make.get();
        DriftDetector other = make.get();
        Random random = new Random(8);
        for (int i = 0; i < 3_000; i++) {
            double hit = random.nextDouble() < (i < 1_500 ? .7 : .3) ? 1 : 0;
            assertThat(one.add(hit)).isEqualTo(same.add(hit));
            other.add(i == 2_000 ? 1 - hit : hit);
            assertThat(state(one)).isEqualTo(state(same));
            if (i < 2_000) {
                assertThat(state(one)).isEqualTo(state(other));
            }
        }
        assertThat(state(one)).isNotEqualTo(state(other));
    }

    @Test
    void pageHinkleyBeginsAnewAfterAChange() throws IOException {
        PageHinkley detector = new PageHinkley(.02, 50, 1, 200);
        boolean found = false;
        for (int i = 0; !found; i++) {
            found = detector.add(i < 500 ? 0 : 1).isPresent();
        }
        assertThat(state(detector)).isEqualTo(state(new PageHinkley(.02, 50, 1, 200)));
    }

    @Test
    void adwinsWindowHoldsWhatCameSinceAChangeAndGrowsWithoutOne() {
        Adwin detector = new Adwin(.002);
        changesIn(detector, hits(new Random(1), 4_000, 0, .5, .5));
        assertThat(detector.width()).isEqualTo(4_000);
        changesIn(detector, hits(new Random(1), 500, 0, .1, .1));
        assertThat(detector.width()).isLessThan(700);
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void whatIsNoNumberIsRefused(Supplier<DriftDetector> make) {
        assertThatThrownBy(() -> make.get().add(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void adwinWantsAProbability(double delta) {
        assertThatThrownBy(() -> new Adwin(delta)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pageHinkleyWantsAThresholdAboveZero() {
        assertThatThrownBy(() -> new PageHinkley(.01, 0, 1, 30))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageHinkley(-1, 10, 1, 30))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageHinkley(.01, 10, 0, 30))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
