package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * Something that an item has in common with one that the shopper has met.
 *
 * @param what the brand, the deepest category they share, the shared words, or the item's price; of
 *     an imputed price its band
 * @param with the item met
 * @param confidence estimated chance that it is so, when it rests on imputed attributes; empty when
 *     the shop itself says it
 */
public record ContentOverlap(Kind kind, String what, Item with, OptionalDouble confidence) {

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
        requireNonNull(confidence, "confidence");
    }
}
