package org.amalgam.evaluation;

/** Ends of a 95 % interval. */
public record Interval(double low, double high) {

    /** 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval from " + low + " to " + high);
        }
    }

    /**
     * Of a share of hits (Wilson 1927): honest for few cases and for shares near 0 and 1. [0, 1]
     * without cases.
     */
    public static Interval wilson(long hits, long cases) {
        if (cases == 0) {
            return new Interval(0, 1);
        }
        double p = (double) hits / cases;
        double z2 = Z * Z / cases;
        double centre = (p + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(p * (1 - p) / cases + z2 / (4.0 * cases)) / (1 + z2);
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /**
     * Of the mean of values in [0, 1] by the normal approximation, cut to [0, 1]. [0, 1] for fewer
     * than two cases.
     */
    public static Interval ofMean(double sum, double sumOfSquares, long cases) {
        if (cases < 2) {
            return new Interval(0, 1);
        }
        double mean = sum / cases;
        double variance = Math.max(0, (sumOfSquares - cases * mean * mean) / (cases - 1));
        double half = Z * Math.sqrt(variance / cases);
        return new Interval(Math.max(0, mean - half), Math.min(1, mean + half));
    }
}
