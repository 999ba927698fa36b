package org.amalgam.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.ui.chart.ChartModel.Kind;
import org.junit.jupiter.api.Test;

class ChartModelTest {

    private static final LineStyle STYLE = LineStyle.solid(Palette.BLUE, 2);

    private final ChartModel lines = new ChartModel(Kind.LINES);

    @Test
    void tellsPointsAndNewestValueOfEachSeries() {
        lines.add("a", STYLE, 1, 0.3);
        lines.add("a", STYLE, 2, 0.4);
        lines.add("b", STYLE, 2, 0.1);
        assertEquals(2, lines.points("a"));
        assertEquals(OptionalDouble.of(0.4), lines.lastValue("a"));
        assertEquals(0, lines.points("nobody"));
        assertEquals(Optional.of(new Span(1, 2)), lines.xSpan());
    }

    @Test
    void theAxisGrowsAtOnceButDoesNotTrembleBack() {
        lines.add("a", STYLE, 1, 0.2);
        lines.add("a", STYLE, 2, 0.4);
        Span before = lines.ySpan().orElseThrow();
        lines.add("a", STYLE, 3, 0.9);
        Span grown = lines.ySpan().orElseThrow();
        assertTrue(grown.high() >= 0.9 && before.high() < 0.9);
        lines.add("a", STYLE, 4, 0.5);
        assertEquals(grown, lines.ySpan().orElseThrow());
    }

    @Test
    void anXBeforeTheNewestBeginsTheChartAnew() {
        lines.add("a", STYLE, 10, 0.2);
        lines.add("a", STYLE, 1, 0.3);
        assertEquals(1, lines.points("a"));
    }

    @Test
    void theReadingUnderThePointerIsOrderedFromTopToBottom() {
        lines.add("low", STYLE, 1, 0.1);
        lines.add("high", STYLE, 1, 0.8);
        List<String> names =
                ChartReading.at(lines, 1).rows().stream().map(ChartReading.Row::name).toList();
        assertEquals(List.of("high", "low"), names);
    }

    @Test
    void stackedAreasAreReadAtTheirMiddles() {
        ChartModel stacked = new ChartModel(Kind.STACKED);
        stacked.add("a", STYLE, 1, 0.6);
        stacked.add("b", STYLE, 1, 0.4);
        List<ChartReading.Row> rows = ChartReading.at(stacked, 1).rows();
        assertEquals(0.8, rows.get(0).place(), 1e-9);
        assertEquals(0.3, rows.get(1).place(), 1e-9);
        assertEquals(Optional.of(new Span(0, 1)), stacked.ySpan());
    }
}
