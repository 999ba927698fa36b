package org.amalgam.ui.catalogue;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.paint.Color;
import org.amalgam.ui.chart.Palette;

/**
 * Colours for shown against asked for: vermilion below 1, grey at 1, blue above, full at a quarter
 * and at four times. Okabe and Ito's, which colour-blind readers can tell apart.
 */
final class DivergingScale {

    /** Ratios of a legend. */
    static final List<Double> STEPS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

    private static final double OCTAVES = 2;
    private static final Color LESS = Color.web(Palette.css(Palette.VERMILION));
    private static final Color MORE = Color.web(Palette.css(Palette.BLUE));

    /** Above it black is easier to read, below it white; both then reach 4.5:1. */
    private static final double EQUAL_CONTRAST = 0.179;

    private final Color even;

    DivergingScale(boolean dark) {
        this.even = Color.web(dark ? "#3d444d" : "#dfe3e8");
    }

    /** Colour of a ratio above or equal to 0; that of an unknown one is as if it were 1. */
    Color of(OptionalDouble ratio) {
        double octaves = Math.log(ratio.orElse(1)) / Math.log(2);
        double share = Math.max(-1, Math.min(1, octaves / OCTAVES));
        return even.interpolate(share < 0 ? LESS : MORE, Math.abs(share));
    }

    /** Black or white, whichever can be read on this. */
    static Color ink(Color ground) {
        double luminance =
                0.2126 * linear(ground.getRed())
                        + 0.7152 * linear(ground.getGreen())
                        + 0.0722 * linear(ground.getBlue());
        return luminance > EQUAL_CONTRAST ? Color.BLACK : Color.WHITE;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
