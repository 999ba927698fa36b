package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SlidingQualityTest {

    @Test
    void onlyTheLatestCasesCount() {
        SlidingQuality sliding = new SlidingQuality(2);
        sliding.add(1);
        sliding.add(4);
        sliding.add(Double.POSITIVE_INFINITY);

        var reading = sliding.read();

        assertThat(reading.cases()).isEqualTo(2);
        assertThat(reading.hr20()).isEqualTo(0.5);
        assertThat(reading.mrr20()).isEqualTo(0.125);
    }

    @Test
    void aWindowThatWasCutGrowsAgain() {
        SlidingQuality sliding = new SlidingQuality(4);
        for (double rank : new double[] {1, 1, 1, 1, 30, 30}) {
            sliding.add(rank);
        }

        sliding.keepLatest(3);
        assertThat(sliding.read().cases()).isEqualTo(3);
        assertThat(sliding.read().hr20()).isCloseTo(1 / 3.0, within(1e-12));

        sliding.add(2);
        sliding.add(2);
        assertThat(sliding.read().cases()).isEqualTo(4);
        assertThat(sliding.read().hr20()).isEqualTo(.5);
    }

    @Test
    void withoutCasesEverythingIsPossible() {
        var reading = new SlidingQuality(10).read();

        assertThat(reading.hr20()).isZero();
        assertThat(reading.hr20Band()).isEqualTo(new Interval(0, 1));
        assertThat(reading.mrr20Band()).isEqualTo(new Interval(0, 1));
    }

    /** Newcombe 1998, table I: 81 of 263 by Wilson's score is .2553 to .3662. */
    @Test
    void wilsonsIntervalAsPublished() {
        Interval interval = Interval.wilson(81, 263);

        assertThat(interval.low()).isCloseTo(.2553, within(5e-5));
        assertThat(interval.high()).isCloseTo(.3662, within(5e-5));
    }

    @Test
    void normalIntervalByHand() {
        // 1, 0, 1, 0: mean .5, variance 1/3, half width 1.96·√(1/12)
        Interval interval = Interval.ofMean(2, 2, 4);

        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isEqualTo(1);
        Interval many = Interval.ofMean(200, 200, 400);
        assertThat(many.high() - .5).isCloseTo(1.959964 * Math.sqrt(.25 / 399), within(1e-6));
    }

    @Property(seed = "20241124")
    void theShareIsInItsInterval(
            @ForAll @IntRange(min = 1, max = 500) int cases,
            @ForAll @IntRange(max = 500) int drawn) {
        int hits = Math.min(drawn, cases);
        Interval interval = Interval.wilson(hits, cases);

        assertThat((double) hits / cases)
                .isBetween(interval.low() - 1e-12, interval.high() + 1e-12);
        assertThat(interval.low()).isBetween(0.0, 1.0);
        assertThat(interval.high()).isBetween(0.0, 1.0);
    }
}
