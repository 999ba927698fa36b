package org.amalgam.pipeline;

import java.util.List;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.RankerResult;

/**
 * What a run measured.
 *
 * @param events replayed, or steps of test sessions
 * @param cases that count for the results
 */
public record ReplaySummary(
        long events, long cases, List<RankerResult> results, List<Comparison> comparisons) {

    public ReplaySummary {
        results = List.copyOf(results);
        comparisons = List.copyOf(comparisons);
    }
}
