package org.amalgam.ui.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.amalgam.ui.chart.RoundNumber;

/**
 * A logarithmic axis from its foot on, with a strip of its own for 0, which no logarithm reaches.
 *
 * @param low power of ten at which it begins
 * @param top value at which it ends, above 10 to the {@code low}
 * @param length in pixels, the strip included
 */
record LogAxis(int low, double top, double length) {

    /** Room for what is 0, in pixels. */
    static final double STRIP = 34;

    /** Around these values, from a power of ten to a round number. */
    static LogAxis around(double[] values, double length) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
            least = value > 0 ? Math.min(least, value) : least;
        }
        if (most == 0) {
            return new LogAxis(0, 10, length);
        }
        int low = (int) Math.floor(Math.log10(least));
        return new LogAxis(low, Math.max(2 * Math.pow(10, low), RoundNumber.atLeast(most)), length);
    }

    /** Distance from the foot; for 0 the middle of the strip. */
    double at(double value) {
        return value <= 0
                ? STRIP / 2
                : STRIP + (Math.log10(value) - low) / (Math.log10(top) - low) * (length - STRIP);
    }

    /** The powers of ten on it. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int power = low; power <= Math.log10(top) + 1e-9; power++) {
            ticks.add(Math.pow(10, power));
        }
        return ticks;
    }
}
