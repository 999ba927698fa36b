package org.amalgam.pipeline;

import java.util.List;
import java.util.Optional;
import org.amalgam.domain.rule.MerchandisingRule;

/**
 * What a change of the rules would have made of the latest cases: events with an earlier one in
 * their session, after all that the members had learned from. Members answer as they were stored
 * and do not learn meanwhile, only fusion's weights do; both books see the same fused scores. Rules
 * that differ act throughout, whatever their times; the others by event time.
 *
 * @param cases how many, at most {@link #MOST_CASES}
 * @param hr20 share of cases whose item stood in the top 20
 * @param mrr20 mean of 1 / rank, 0 beyond 20
 * @param revenue proxy: the catalogue's price of the item that came next where it stood in the top
 *     20, else 0, averaged over cases. Says nothing of what was bought because it was shown. 0 for
 *     items without a price
 * @param coverage20 share of the items known by then that were shown at least once; has no
 *     interval, being no mean over cases
 * @param gini20 how unevenly slots are spread over items, 0 to 1; likewise
 * @param exposures of every rule that differs
 */
public record RulePreview(
        int cases,
        Figure hr20,
        Figure mrr20,
        Figure revenue,
        Figure coverage20,
        Figure gini20,
        List<Exposure> exposures) {

    /** Enough for intervals of a point or two. */
    public static final int MOST_CASES = 2_000;

    public RulePreview {
        exposures = List.copyOf(exposures);
    }

    /** A figure under both books. */
    public record Figure(double before, double after, Optional<Band> band) {

        /** How much it grows. */
        public double difference() {
            return after - before;
        }
    }

    /** Ends of a difference's 95 % interval, by paired bootstrap over users. */
    public record Band(double low, double high) {

        /** Whether it leaves out 0. */
        public boolean isClear() {
            return low > 0 || high < 0;
        }
    }

    /**
     * Which share of all slots items of a rule's scope took.
     *
     * @param rule as it is after the change, or as it was if it is gone
     */
    public record Exposure(MerchandisingRule rule, Figure slots) {}
}
