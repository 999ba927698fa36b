package org.amalgam.domain;

/**
 * Two rankers on the same cases; field names as in summary.json.
 *
 * @param difference mean of a less that of b
 * @param low lower end of its 95 % interval
 */
public record Comparison(
        String a, String b, String metric, double difference, double low, double high) {

    public Comparison {
        if (!Double.isFinite(difference + low + high)) {
            throw new IllegalArgumentException(metric + " of " + a + " and " + b + ": not finite");
        }
    }

    /** Whether the interval leaves out 0. */
    public boolean isClear() {
        return low > 0 || high < 0;
    }
}
