package org.amalgam.ui.chart;

import javafx.scene.paint.Color;

/** Colours of a chart's frame by theme; the same greys as AtlantaFX Primer's. */
record ChartInk(Color grid, Color text, Color strong, Color box, Color boxEdge, boolean dark) {

    static final ChartInk LIGHT =
            new ChartInk(
                    Color.web("#e8ebef"),
                    Color.web("#57606a"),
                    Color.web("#24292f"),
                    Color.web("#ffffff"),
                    Color.web("#d0d7de"),
                    false);

    static final ChartInk DARK =
            new ChartInk(
                    Color.web("#21262d"),
                    Color.web("#8b949e"),
                    Color.web("#e6edf3"),
                    Color.web("#161b22"),
                    Color.web("#30363d"),
                    true);

    static ChartInk of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /** A series' colour as text. */
    Color label(int rgb) {
        return Color.web(Palette.css(Palette.text(rgb, dark)));
    }

    static Color fill(int rgb) {
        return Color.web(Palette.css(rgb));
    }
}
