package org.amalgam.pipeline.shop;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.amalgam.domain.Action;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.Item;

/** Why an item stands in a list, in one thought for a person. */
public sealed interface Reason {

    /**
     * Something the shopper did that speaks for the item.
     *
     * @param action of the latest step with that item
     * @param ago from that step to the moment of the list, ≥ 0
     */
    record Met(Item item, Action action, Duration ago) {
        public Met {
            requireNonNull(item, "item");
            requireNonNull(action, "action");
            requireNonNull(ago, "ago");
        }
    }

    /**
     * Both were bought in one session before.
     *
     * @param sessions in how many, ≥ 1
     */
    record BoughtWith(Met met, int sessions) implements Reason {}

    /**
     * Others who met that item went on to this one in the same session.
     *
     * @param sessions in how many, ≥ 2
     */
    record WentOn(Met met, int sessions) implements Reason {}

    /** It has something in common with an item met. */
    record Similar(ContentOverlap overlap, Optional<Met> met) implements Reason {
        public Similar {
            requireNonNull(overlap, "overlap");
            requireNonNull(met, "met");
        }
    }

    /** What was met raised its score, and no count or likeness says how. */
    record Carried(Met met) implements Reason {}

    /** Nothing the shopper did speaks for it; it suits everybody. */
    record Anybody() implements Reason {}
}
