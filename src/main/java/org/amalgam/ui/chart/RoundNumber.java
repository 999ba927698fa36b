package org.amalgam.ui.chart;

/** Numbers that axes are marked at: 1, 2 or 5 times a power of ten. For values above 0. */
public final class RoundNumber {

    private static final double CLOSE = 1e-9;
    private static final double[] FACTORS = {1, 2, 5, 10};

    private RoundNumber() {}

    /** The lowest that is not below a value. */
    public static double atLeast(double value) {
        return first(value, value * (1 - CLOSE));
    }

    /** The lowest that is above a value. */
    static double above(double value) {
        return first(value * (1 + CLOSE), value * (1 + CLOSE));
    }

    /** The highest that is not above a value. */
    static double atMost(double value) {
        double power = power(value * (1 + CLOSE));
        double found = power;
        for (double factor : FACTORS) {
            if (factor * power <= value * (1 + CLOSE)) {
                found = factor * power;
            }
        }
        return found;
    }

    /** Digits after the point that one needs to be written. */
    static int decimals(double round) {
        return (int) Math.max(0, Math.ceil(-Math.log10(round) - CLOSE));
    }

    private static double first(double value, double least) {
        double power = power(value);
        for (double factor : FACTORS) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static double power(double value) {
        return Math.pow(10, Math.floor(Math.log10(value)));
    }
}
