package org.amalgam.ui.chart;

/**
 * Where values lie in a plot of w × h pixels; y grows downwards.
 *
 * @param width in pixels, ≥ 1
 * @param height in pixels, ≥ 1
 */
public record Plot(Span x, Span y, int width, int height) {

    public double xPixel(double value) {
        return x.length() <= 0 ? width : (value - x.low()) / x.length() * width;
    }

    public double yPixel(double value) {
        return y.length() <= 0 ? height / 2.0 : (y.high() - value) / y.length() * height;
    }

    /** The x at a pixel column. */
    public double xAt(double pixel) {
        return x.low() + pixel / width * x.length();
    }
}
