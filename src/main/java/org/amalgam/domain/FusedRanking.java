package org.amalgam.domain;

import java.util.List;

/**
 * The top k after fusion, best first; equal scores in order of item number.
 *
 * @param ranker {@code fused} or {@code fused-nets}
 */
public record FusedRanking(String ranker, List<RankedItem> top) {

    public FusedRanking {
        top = List.copyOf(top);
    }
}
