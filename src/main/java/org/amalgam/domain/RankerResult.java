package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

/**
 * Quality and cost of one ranker; field names as in summary.json.
 *
 * @param coverage20 share of the candidates that stood in a top 20 at least once
 * @param tieRate share of cases in which another candidate had the target's score
 * @param p50Ms median time of scoring one case
 * @param p99Ms 99th percentile of that
 */
public record RankerResult(
        String ranker,
        RankerKind kind,
        long cases,
        double hr20,
        double mrr20,
        double ndcg20,
        double hr10,
        double ndcg10,
        double coverage20,
        double tieRate,
        double trainSeconds,
        double p50Ms,
        double p99Ms) {

    public RankerResult {
        requireNonNull(ranker, "ranker");
        requireNonNull(kind, "kind");
        double sum =
                hr20
                        + mrr20
                        + ndcg20
                        + hr10
                        + ndcg10
                        + coverage20
                        + tieRate
                        + trainSeconds
                        + p50Ms
                        + p99Ms;
        if (!Double.isFinite(sum)) {
            throw new IllegalArgumentException("a figure of " + ranker + " is not finite");
        }
    }
}
