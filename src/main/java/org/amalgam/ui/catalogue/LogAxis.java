package org.amalgam.ui.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis from its foot on, with a strip of its own for 0, which no logarithm reaches.
 *
 * @param low power of ten at which it begins
 * @param high power of ten at which it ends, above {@code low}
 * @param length in pixels, the strip included
 */
record LogAxis(int low, int high, double length) {

    /** Room for what is 0, in pixels. */
    static final double STRIP = 22;

    /** Around these values, of which some are above 0. */
    static LogAxis around(double[] values, double length) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
            least = value > 0 ? Math.min(least, value) : least;
        }
        if (most == 0) {
            return new LogAxis(0, 1, length);
        }
        int low = (int) Math.floor(Math.log10(least));
        int high = (int) Math.ceil(Math.log10(most));
        return new LogAxis(low, Math.max(low + 1, high), length);
    }

    /** Distance from the foot; for 0 the middle of the strip. */
    double at(double value) {
        return value <= 0
                ? STRIP / 2
                : STRIP + (Math.log10(value) - low) / (high - low) * (length - STRIP);
    }

    /** The powers of ten on it. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int power = low; power <= high; power++) {
            ticks.add(Math.pow(10, power));
        }
        return ticks;
    }
}
