package org.amalgam.pipeline;

import java.util.List;
import org.amalgam.domain.ShopperFunnel;
import org.amalgam.evaluation.Interval;

/**
 * What there is to say of one item besides its own words and counts.
 *
 * @param funnel how far shoppers came, in order
 * @param shownTo a sample of those it was shown to; empty when it was shown to nobody
 * @param similar one entry for each way of being similar that the store can tell
 */
public record ItemPage(int item, List<Step> funnel, List<ShownTo> shownTo, List<Similar> similar) {

    public ItemPage {
        funnel = List.copyOf(funnel);
        shownTo = List.copyOf(shownTo);
        similar = List.copyOf(similar);
    }

    /** How far a shopper came. */
    public enum Stage {
        MET,
        CARTED,
        BOUGHT
    }

    /**
     * One step of the funnel.
     *
     * @param rate share of those who came to the step before; 1 at the first
     * @param low end of its 95 % interval (Wilson 1927)
     */
    public record Step(Stage stage, long shoppers, double rate, double low, double high) {

        private static Step of(Stage stage, long shoppers, long of) {
            Interval interval = Interval.wilson(shoppers, of);
            double rate = of == 0 ? 0 : (double) shoppers / of;
            return new Step(stage, shoppers, rate, interval.low(), interval.high());
        }
    }

    static List<Step> steps(ShopperFunnel funnel) {
        return List.of(
                new Step(Stage.MET, funnel.met(), 1, 1, 1),
                Step.of(Stage.CARTED, funnel.carted(), funnel.met()),
                Step.of(Stage.BOUGHT, funnel.bought(), funnel.carted()));
    }

    /**
     * One time the item was shown.
     *
     * @param user the log's own user id
     * @param after the item the shopper had last met
     * @param place in the list, from 1
     */
    public record ShownTo(String user, int after, int place) {}

    /** By what items are similar. */
    public enum Likeness {
        /** Cosine of rows of a network's item table. */
        ITEM_ROWS,
        /** Cosine of co-occurrence in sessions. */
        SESSIONS,
        /** Cosine of words, brand, category and price band. */
        CONTENT
    }

    /**
     * The most similar items, most similar first.
     *
     * @param member whose knowledge it is; empty for content, which nobody learned
     */
    public record Similar(Likeness by, String member, List<Neighbour> nearest) {
        public Similar {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * A similar item.
     *
     * @param likeness at most 1
     */
    public record Neighbour(int item, double likeness) {}
}
