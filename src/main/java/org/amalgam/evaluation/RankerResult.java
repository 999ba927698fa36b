package org.amalgam.evaluation;

import org.amalgam.domain.RankerKind;

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
        double p99Ms) {}
