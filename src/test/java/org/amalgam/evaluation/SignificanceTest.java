package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignificanceTest {

    @Test
    void aConstantDifferenceIsCertain() {
        double[] a = {.5, .75, 1, .25};
        double[] b = {.25, .5, .75, 0};

        var found = PairedBootstrap.seeded(1).compare(a, b, new int[] {0, 0, 1, 2}, 3);

        assertThat(found.mean()).isEqualTo(.25);
        assertThat(found.interval()).isEqualTo(new Interval(.25, .25));
    }

    @Test
    void theIntervalIsAsWideAsTheoryWantsForIndependentCases() {
        Random random = new Random(3);
        int n = 4_000;
        double[] a = new double[n];
        double[] b = new double[n];
        int[] groups = new int[n];
        for (int i = 0; i < n; i++) {
            a[i] = random.nextGaussian();
            groups[i] = i;
        }

        var interval = PairedBootstrap.seeded(1).compare(a, b, groups, n).interval();

        // 2 · 1.96 / √4000 = .0620
        assertThat(interval.high() - interval.low()).isCloseTo(.062, within(.004));
    }

    /** Ten equal cases a user carry no more than one: the interval must not shrink. */
    @Test
    void repeatedCasesOfOneUserAddNoCertainty() {
        Random random = new Random(3);
        int users = 400;
        double[] once = random.doubles(users).toArray();
        double[] tenTimes = new double[users * 10];
        int[] userOf = new int[users * 10];
        for (int i = 0; i < tenTimes.length; i++) {
            tenTimes[i] = once[i / 10];
            userOf[i] = i / 10;
        }
        int[] own = new int[users];
        Arrays.setAll(own, i -> i);

        var single = PairedBootstrap.seeded(1).compare(once, new double[users], own, users);
        var grouped =
                PairedBootstrap.seeded(1)
                        .compare(tenTimes, new double[tenTimes.length], userOf, users);

        assertThat(grouped.interval().low()).isCloseTo(single.interval().low(), within(1e-12));
        assertThat(grouped.interval().high()).isCloseTo(single.interval().high(), within(1e-12));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        double[] a = new Random(1).doubles(50).toArray();
        double[] b = new Random(2).doubles(50).toArray();
        int[] groups = new int[50];
        Arrays.setAll(groups, i -> i);

        assertThat(PairedBootstrap.seeded(9).compare(a, b, groups, 50))
                .isEqualTo(PairedBootstrap.seeded(9).compare(a, b, groups, 50))
                .isNotEqualTo(PairedBootstrap.seeded(10).compare(a, b, groups, 50));
    }

    @Test
    void groupsWithoutCasesDoNotCount() {
        double[] a = {1, 0, 1};
        double[] b = {0, 0, 0};

        assertThat(PairedBootstrap.seeded(1).compare(a, b, new int[] {0, 1, 2}, 3))
                .isEqualTo(PairedBootstrap.seeded(1).compare(a, b, new int[] {0, 5, 9}, 12));
    }

    @Test
    void tooFewResamplesAreRefused() {
        assertThatThrownBy(() -> new PairedBootstrap(999, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mcNemarByHand() {
        // 1 against 5: 2 · (1 + 6) / 64
        assertThat(McNemar.of(1, 5).pValue()).isCloseTo(14 / 64.0, within(1e-12));
        assertThat(McNemar.of(5, 1).pValue()).isCloseTo(14 / 64.0, within(1e-12));
        assertThat(McNemar.of(0, 0).pValue()).isEqualTo(1);
        assertThat(McNemar.of(4, 4).pValue()).isEqualTo(1);
    }

    @Test
    void mcNemarHoldsForManyCases() {
        // z = 200 / √20000 = 1.4142, two-sided p = .1573 (.1586 with continuity correction)
        assertThat(McNemar.of(10_100, 9_900).pValue()).isCloseTo(.1586, within(.001));
    }

    @Test
    void mcNemarCountsDiscordantCasesOnly() {
        McNemar test =
                McNemar.of(
                        new boolean[] {true, true, false, false, true},
                        new boolean[] {true, false, false, true, false});

        assertThat(test.onlyA()).isEqualTo(2);
        assertThat(test.onlyB()).isEqualTo(1);
    }
}
