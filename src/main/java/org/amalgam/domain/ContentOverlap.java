package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

/**
 * Something that an item has in common with one that the shopper has met.
 *
 * @param what the brand, the deepest category they share, the shared words, or the item's price
 * @param with the item met
 */
public record ContentOverlap(Kind kind, String what, Item with) {

    /** What they have in common. */
    public enum Kind {
        BRAND,
        CATEGORY,
        TITLE,
        /** Prices that differ little. */
        PRICE
    }

    public ContentOverlap {
        requireNonNull(kind, "kind");
        requireNonNull(what, "what");
        requireNonNull(with, "with");
    }
}
