package org.amalgam.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {

    private static final int MOST = 5;

    @Test
    void equalRatiosAreEquallyFarApartOnALogarithmicAxis() {
        Span span = new Span(1, 100);
        assertThat(Scale.LOGARITHMIC.share(1, span)).isZero();
        assertThat(Scale.LOGARITHMIC.share(10, span)).isEqualTo(.5, within(1e-12));
        assertThat(Scale.LOGARITHMIC.share(100, span)).isEqualTo(1, within(1e-12));
        assertThat(Scale.LINEAR.share(10, span)).isEqualTo(9. / 99, within(1e-12));
    }

    @Test
    void whatNoLogarithmReachesLiesAtTheFoot() {
        assertThat(Scale.LOGARITHMIC.share(0, new Span(.5, 20))).isZero();
        assertThat(Scale.LOGARITHMIC.share(-3, new Span(.5, 20))).isZero();
    }

    @Test
    void aLogarithmicAxisBeginsAndEndsAtRoundPlaces() {
        assertThat(Scale.LOGARITHMIC.widen(new Span(.56, 328), MOST)).isEqualTo(new Span(.5, 500));
        assertThat(Scale.LOGARITHMIC.widen(new Span(2, 10), MOST)).isEqualTo(new Span(2, 10));
        assertThat(Scale.LOGARITHMIC.widen(new Span(3, 3), MOST)).isEqualTo(new Span(2, 5));
        assertThat(Scale.LOGARITHMIC.widen(new Span(0, 0), MOST).low()).isEqualTo(.001);
    }

    @Test
    void theMoreDecadesTheFewerTicksADecade() {
        assertThat(Scale.LOGARITHMIC.ticks(new Span(.5, 5), MOST).values())
                .containsExactly(.5, 1., 2., 5.);
        assertThat(Scale.LOGARITHMIC.ticks(new Span(20, 1000), MOST).values())
                .containsExactly(50., 100., 500., 1000.);
        assertThat(Scale.LOGARITHMIC.ticks(new Span(.5, 500), MOST).values())
                .containsExactly(1., 10., 100.);
    }

    @Test
    void anEmptyChartHasTicksToo() {
        assertThat(Scale.LOGARITHMIC.ticks(new Span(0, 1), MOST).values())
                .containsExactly(.001, .01, .1, 1.);
    }

    @Test
    void ticksAreWrittenWithTheDigitsTheyNeed() {
        NiceTicks ticks = Scale.LOGARITHMIC.ticks(new Span(.02, 50), 4);
        assertThat(ticks.values().stream().map(at -> Scale.LOGARITHMIC.label(at, ticks)))
                .containsExactly("0.1", "1", "10");
    }
}
