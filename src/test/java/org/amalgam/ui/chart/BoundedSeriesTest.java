package org.amalgam.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BoundedSeriesTest {

    private final BoundedSeries series = new BoundedSeries(8);

    @Test
    void neverKeepsMoreBucketsThanItsCapacity() {
        for (int i = 0; i < 10_000; i++) {
            series.add(i, i % 7);
            assertTrue(series.size() <= 8, "size " + series.size());
        }
        assertEquals(10_000, series.samples());
    }

    @Test
    void mergingKeepsTheExtremesOfTheWholeHistory() {
        for (int i = 0; i < 1_000; i++) {
            double y = i == 13 ? -5 : i == 707 ? 9 : 1;
            series.add(i, y);
        }
        assertEquals(new Span(-5, 9), series.extent(0, series.size()));
    }

    @Test
    void theNewestSampleIsTheLastValueWhateverWasMerged() {
        for (int i = 0; i < 333; i++) {
            series.add(i, i * 0.5);
        }
        assertEquals(OptionalDouble.of(166), series.lastValue());
        assertEquals(332, series.x(series.size() - 1));
    }

    @Test
    void readsTheBucketThatEndsAtOrBeforeAnX() {
        series.add(10, 1);
        series.add(20, 2);
        assertEquals(OptionalDouble.empty(), series.valueAt(9.9));
        assertEquals(OptionalDouble.of(1), series.valueAt(10));
        assertEquals(OptionalDouble.of(1), series.valueAt(19));
        assertEquals(OptionalDouble.of(2), series.valueAt(99));
    }

    @Test
    void keepsTheIntervalOfTheNewestSample() {
        series.add(1, 0.5, 0.4, 0.6);
        assertEquals(0.4, series.bandLow(0));
        assertEquals(0.6, series.bandHigh(0));
    }

    @Test
    void refusesValuesThatAreNotFiniteAndTimesThatGoBack() {
        series.add(5, 1);
        assertThrows(IllegalArgumentException.class, () -> series.add(6, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> series.add(4, 1));
    }

    @Test
    void whatLiesAfterAnXCanBeForgottenAndToldAnew() {
        for (int i = 0; i < 20; i++) {
            series.add(i, i);
        }
        BoundedSeries before = series.copy();
        series.forgetAfter(10);
        double end = series.x(series.size() - 1);
        assertTrue(end <= 10, "ends at " + end);
        assertEquals(OptionalDouble.of(end), series.lastValue());
        series.add(11, -3);
        assertEquals(OptionalDouble.of(-3), series.lastValue());
        assertEquals(OptionalDouble.of(19), before.lastValue());
    }

    @Test
    void allOfItCanBeForgotten() {
        series.add(5, 1);
        series.forgetAfter(4);
        assertEquals(0, series.size());
        series.add(2, 7);
        assertEquals(OptionalDouble.of(7), series.lastValue());
    }
}
