package org.amalgam.pipeline;

import java.util.List;
import org.amalgam.domain.RankerKind;

/** What a replay measured. */
public record ReplaySummary(long events, long cases, List<RankerResult> results) {

    public ReplaySummary {
        results = List.copyOf(results);
    }

    /** Quality and latency of one ranker over all main cases; field names as in summary.json. */
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
}
