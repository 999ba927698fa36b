package org.amalgam.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    void anXBeforeTheNewestForgetsWhatLiesAfterIt() {
        lines.add("a", STYLE, 1, 0.1);
        lines.add("a", STYLE, 10, 0.2);
        lines.add("b", STYLE, 10, 0.5);
        lines.add("a", STYLE, 4, 0.3);
        assertEquals(2, lines.points("a"));
        assertEquals(0, lines.points("b"));
        assertEquals(Optional.of(new Span(1, 4)), lines.xSpan());
    }

    @Test
    void marksAfterAnXAreForgottenWithThePoints() {
        lines.add("a", STYLE, 1, 0.1);
        lines.mark(List.of(3.0, 8.0));
        lines.forgetAfter(5);
        assertEquals(List.of(3.0), lines.marks());
    }

    @Test
    void aCopyStaysAsItIs() {
        lines.add("a", STYLE, 1, 0.1);
        ChartModel copy = lines.copy();
        lines.add("a", STYLE, 2, 0.2);
        assertEquals(1, copy.points("a"));
    }
}
