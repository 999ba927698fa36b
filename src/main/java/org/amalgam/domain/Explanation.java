package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why an item was recommended.
 *
 * @param score fused score
 * @param shares what each member added; added in this order and rounded to float they are the score
 * @param carriedBy the past steps that carried it most, most first; empty when there are none, or
 *     when the score falls by none alone
 * @param overlaps what it has in common with items met
 */
public record Explanation(
        Item item,
        double score,
        Map<String, Double> shares,
        List<Carried> carriedBy,
        List<ContentOverlap> overlaps) {

    public Explanation {
        requireNonNull(item, "item");
        shares = inOrder(shares);
        carriedBy = List.copyOf(carriedBy);
        overlaps = List.copyOf(overlaps);
    }

    /**
     * What went before and raised the score.
     *
     * @param step the item's latest step in the window's context, 0 the oldest
     * @param item what the step was of; all its steps were left out to see what they carry
     * @param contribution how far the fused score falls without them
     * @param share of all that single items carried, in (0, 1]
     * @param byMember how far each member's share falls, negative where it rises; together the
     *     contribution (to rounding)
     */
    public record Carried(
            int step, Item item, double contribution, double share, Map<String, Double> byMember) {

        public Carried {
            requireNonNull(item, "item");
            if (step < 0 || !(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("step " + step + " with share " + share);
            }
            byMember = inOrder(byMember);
        }
    }

    private static Map<String, Double> inOrder(Map<String, Double> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
