package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * One place of a ranking.
 *
 * @param item dense item number
 * @param score fused score; higher is better
 * @param shares what each member added; they sum to {@code score} (to rounding)
 */
public record RankedItem(int item, double score, Map<String, Double> shares) {

    public RankedItem {
        requireNonNull(shares, "shares");
    }
}
