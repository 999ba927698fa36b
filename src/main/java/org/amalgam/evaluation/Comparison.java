package org.amalgam.evaluation;

/**
 * Two rankers on the same cases; field names as in summary.json.
 *
 * @param difference mean of a less that of b
 * @param low lower end of its 95 % interval
 */
public record Comparison(
        String a, String b, String metric, double difference, double low, double high) {}
