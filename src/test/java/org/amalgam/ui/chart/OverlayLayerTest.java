package org.amalgam.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OverlayLayerTest {

    @Test
    void theFiguresStandRightOfThePointerAsLongAsTheyFit() {
        assertEquals(32, OverlayLayer.boxLeft(20, 400));
    }

    @Test
    void theFiguresNeverBeginLeftOfTheChart() {
        for (double x = 0; x <= 280; x += 10) {
            assertTrue(OverlayLayer.boxLeft(x, 280) >= 0, "pointer at " + x);
        }
    }
}
