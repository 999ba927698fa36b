package org.amalgam.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NiceTicksTest {

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertEquals(List.of(0.0, 2.0, 4.0), NiceTicks.of(new Span(0, 5), 4).values());
        assertEquals(5_000, NiceTicks.of(new Span(12, 12_296), 4).step());
    }

    @Test
    void writesJustTheDigitsThatTellTicksApart() {
        assertEquals(2, NiceTicks.of(new Span(0.1, 0.3), 4).decimals());
        assertEquals(0, NiceTicks.of(new Span(0, 30), 4).decimals());
    }

    @Test
    void aSpanOfOneValueIsWidenedAroundIt() {
        Span wide = NiceTicks.widen(new Span(0.4, 0.4), 5);
        assertTrue(wide.low() < 0.4 && wide.high() > 0.4, wide.toString());
    }

    @Property(seed = "7")
    void widenedSpansHoldTheirValuesAndTicksStayInside(
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1e4) double length,
            @ForAll @IntRange(min = 2, max = 9) int most) {
        Span span = new Span(low, low + length);
        Span wide = NiceTicks.widen(span, most);
        double slack = length * 1e-6;
        assertTrue(wide.low() <= span.low() + slack && wide.high() >= span.high() - slack);
        NiceTicks ticks = NiceTicks.of(wide, most);
        assertTrue(ticks.values().size() <= most + 2, ticks.toString());
        assertTrue(ticks.values().stream().allMatch(at -> at >= wide.low() - slack));
        assertTrue(ticks.values().stream().allMatch(at -> at <= wide.high() + slack));
    }
}
