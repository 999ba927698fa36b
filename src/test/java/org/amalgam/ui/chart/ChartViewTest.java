package org.amalgam.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.amalgam.ui.chart.ChartModel.Kind;
import org.junit.jupiter.api.Test;

class ChartViewTest {

    private static final LineStyle STYLE = LineStyle.solid(Palette.BLUE, 2);
    private final ChartModel lines = new ChartModel(Kind.LINES);
    private final ChartView view = new ChartView(lines);

    private void addHundred() {
        for (int x = 0; x <= 100; x++) {
            lines.add("a", STYLE, x, x == 90 ? 5 : 0.5);
            lines.add("b", STYLE, x, 0.1);
        }
    }

    @Test
    void theAxisGrowsAtOnceButDoesNotTrembleBack() {
        lines.add("a", STYLE, 1, 0.2);
        lines.add("a", STYLE, 2, 0.4);
        Span before = view.ySpan().orElseThrow();
        lines.add("a", STYLE, 3, 0.9);
        Span grown = view.ySpan().orElseThrow();
        assertTrue(grown.high() >= 0.9 && before.high() < 0.9);
        lines.add("a", STYLE, 4, 0.5);
        assertEquals(grown, view.ySpan().orElseThrow());
    }

    @Test
    void whatIsZoomedIntoScalesYByItself() {
        addHundred();
        assertTrue(view.ySpan().orElseThrow().high() >= 5);
        view.zoom(new Span(10, 20));
        assertEquals(Optional.of(new Span(10, 20)), view.xSpan());
        assertTrue(view.ySpan().orElseThrow().high() < 1);
        view.showAll();
        assertEquals(Optional.of(new Span(0, 100)), view.xSpan());
    }

    @Test
    void zoomingKeepsTheXUnderThePointerAndEndsAtTheWholeHistory() {
        addHundred();
        view.zoom(0.5, 40);
        assertEquals(Optional.of(new Span(20, 70)), view.xSpan());
        view.zoom(10, 40);
        assertFalse(view.isZoomed());
    }

    @Test
    void aHistoryCutShortOfWhatIsZoomedIntoIsShownWhole() {
        addHundred();
        view.zoom(new Span(60, 80));
        lines.forgetAfter(30);
        assertEquals(Optional.of(new Span(0, 30)), view.xSpan());
    }

    @Test
    void aHiddenSeriesCountsForNothing() {
        addHundred();
        view.toggle("a");
        assertEquals(List.of("b"), view.names());
        assertTrue(view.ySpan().orElseThrow().high() < 0.5);
        assertEquals(1, view.reading(50).rows().size());
        view.toggle("a");
        assertEquals(List.of("a", "b"), view.names());
    }

    @Test
    void aStoppedPictureStandsStillAndCatchesUp() {
        addHundred();
        view.setPaused(true);
        long version = view.version();
        lines.add("a", STYLE, 200, 0.5);
        assertEquals(100, view.xSpan().orElseThrow().high());
        assertEquals(version, view.version());
        view.setPaused(false);
        assertEquals(200, view.xSpan().orElseThrow().high());
        assertNotEquals(version, view.version());
    }

    @Test
    void thePointsInSightAreExported() {
        addHundred();
        view.zoom(new Span(10, 11));
        view.toggle("b");
        assertEquals(
                "event,series,value,low,high\r\n10,a,0.5,0.5,0.5\r\n11,a,0.5,0.5,0.5\r\n",
                view.csv("event"));
    }

    @Test
    void stackedAreasAreReadAtTheirMiddles() {
        ChartModel stacked = new ChartModel(Kind.STACKED);
        stacked.add("a", STYLE, 1, 0.6);
        stacked.add("b", STYLE, 1, 0.4);
        ChartView both = new ChartView(stacked);
        List<ChartReading.Row> rows = both.reading(1).rows();
        assertEquals(0.8, rows.get(0).place(), 1e-9);
        assertEquals(0.3, rows.get(1).place(), 1e-9);
        assertEquals(Optional.of(new Span(0, 1)), both.ySpan());
    }

    @Test
    void theReadingUnderThePointerIsOrderedFromTopToBottom() {
        lines.add("low", STYLE, 1, 0.1);
        lines.add("high", STYLE, 1, 0.8);
        List<String> names = view.reading(1).rows().stream().map(ChartReading.Row::name).toList();
        assertEquals(List.of("high", "low"), names);
    }
}
