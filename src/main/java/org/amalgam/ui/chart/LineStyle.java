package org.amalgam.ui.chart;

/**
 * How a series is drawn.
 *
 * @param rgb 0xRRGGBB
 * @param width in pixels
 * @param dash pixels drawn and left out in turn; empty for a solid line
 * @param bandAlpha opacity of the interval's area, 0 to 1; 0 for none
 */
public record LineStyle(int rgb, double width, Dash dash, double bandAlpha) {

    /** Drawn and left-out lengths along x, so that lines differ without colour too. */
    public enum Dash {
        SOLID(1, 0),
        DASHED(10, 3),
        DOTTED(4, 3),
        LONG(20, 3);

        private final int on;
        private final int off;

        Dash(int on, int off) {
            this.on = on;
            this.off = off;
        }

        /** Whether pixel column {@code column} is drawn. */
        public boolean draws(int column) {
            return off == 0 || column % (on + off) < on;
        }
    }

    public static LineStyle solid(int rgb, double width) {
        return new LineStyle(rgb, width, Dash.SOLID, 0);
    }
}
