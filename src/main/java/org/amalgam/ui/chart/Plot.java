package org.amalgam.ui.chart;

/**
 * Where values lie in a plot of w × h pixels; y grows downwards.
 *
 * @param scale of y; x is linear
 * @param width in pixels, ≥ 1
 * @param height in pixels, ≥ 1
 */
record Plot(Span x, Span y, Scale scale, int width, int height) {

    public double xPixel(double value) {
        return x.length() <= 0 ? width : (value - x.low()) / x.length() * width;
    }

    public double yPixel(double value) {
        return (1 - scale.share(value, y)) * height;
    }

    /** The x at a pixel column. */
    public double xAt(double pixel) {
        return x.low() + pixel / width * x.length();
    }
}
