package org.amalgam.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.amalgam.ui.chart.ChartModel.Kind;
import org.junit.jupiter.api.Test;

class SeriesPainterTest {

    private static final Span UNIT = new Span(0, 1);
    private final Raster raster = new Raster(100, 50);
    private final Plot plot = new Plot(new Span(0, 100), UNIT, Scale.LINEAR, 100, 50);

    private int alpha(int column, int row) {
        return raster.pixels()[row * 100 + column] >>> 24;
    }

    @Test
    void aFlatLineIsDrawnAtItsValueAndNowhereElse() {
        ChartModel model = new ChartModel(Kind.LINES);
        model.add("a", LineStyle.solid(Palette.BLUE, 2), 0, 0.5);
        model.add("a", LineStyle.solid(Palette.BLUE, 2), 100, 0.5);
        new SeriesPainter(raster, 1).paint(model, model.names(), plot);
        assertEquals(255, alpha(50, 24));
        assertEquals(255, alpha(50, 25));
        assertEquals(0, alpha(50, 20));
        assertEquals(0, alpha(50, 30));
    }

    @Test
    void aSpikeInsideABucketIsNotLost() {
        ChartModel model = new ChartModel(Kind.LINES);
        for (int i = 0; i <= 100_000; i++) {
            double y = i == 50_500 ? 0.95 : 0.2;
            model.add("a", LineStyle.solid(Palette.BLUE, 1), i / 1_000.0, y);
        }
        new SeriesPainter(raster, 1).paint(model, model.names(), plot);
        int painted = 0;
        for (int column = 0; column < 100; column++) {
            painted += alpha(column, 4) > 0 ? 1 : 0;
        }
        assertEquals(1, painted);
    }

    @Test
    void stackedAreasFillThePlotWhenTheySumToOne() {
        ChartModel model = new ChartModel(Kind.STACKED);
        for (int x = 0; x <= 100; x += 50) {
            model.add("a", LineStyle.solid(Palette.BLUE, 1), x, 0.25);
            model.add("b", LineStyle.solid(Palette.GREEN, 1), x, 0.75);
        }
        new SeriesPainter(raster, 1).paint(model, model.names(), plot);
        assertNotEquals(0, alpha(50, 1));
        assertNotEquals(0, alpha(50, 48));
        assertNotEquals(raster.pixels()[10 * 100 + 50], raster.pixels()[45 * 100 + 50]);
    }

    @Test
    void aLineThatGoesOnBeyondThePlotIsNotPiledUpAtItsEdge() {
        ChartModel model = new ChartModel(Kind.LINES);
        model.add("a", LineStyle.solid(Palette.BLUE, 1), -50, 0.2);
        model.add("a", LineStyle.solid(Palette.BLUE, 1), -10, 0.9);
        model.add("a", LineStyle.solid(Palette.BLUE, 1), 10, 0.5);
        model.add("a", LineStyle.solid(Palette.BLUE, 1), 110, 0.5);
        model.add("a", LineStyle.solid(Palette.BLUE, 1), 150, 0.1);
        new SeriesPainter(raster, 1).paint(model, model.names(), plot);
        for (int column : new int[] {0, 99}) {
            int painted = 0;
            for (int row = 0; row < 50; row++) {
                painted += alpha(column, row) > 0 ? 1 : 0;
            }
            assertTrue(painted > 0 && painted < 6, painted + " in column " + column);
        }
        assertEquals(0, alpha(0, 5));
        assertEquals(0, alpha(99, 45));
    }
}
