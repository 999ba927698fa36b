package org.amalgam.ui.shoppers;

import java.util.Optional;
import org.amalgam.pipeline.shop.ShopList;

/** How a place stands to the same item's place in another list. */
sealed interface Standing {

    /** Where the other list has it. */
    record Same() implements Standing {}

    /**
     * Elsewhere in the other list.
     *
     * @param places how much higher it stands here; negative when lower, never 0
     */
    record Moved(int places) implements Standing {}

    /** The other list does not have it. */
    record Fresh() implements Standing {}

    /** How this place stands to the other list. */
    static Standing of(ShopList.Place place, ShopList other) {
        Optional<Integer> there = other.rankOf(place.item());
        if (there.isEmpty()) {
            return new Fresh();
        }
        int higher = there.get() - place.rank();
        return higher == 0 ? new Same() : new Moved(higher);
    }
}
