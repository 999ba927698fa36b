package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An item of the catalogue. Everything but its id may be unknown.
 *
 * @param index dense item number, ≥ 0
 * @param id the source's own id
 * @param title English (or the only) title
 * @param titleZh Chinese title
 * @param price current price in the shop's currency
 */
public record Item(
        int index,
        String id,
        Optional<String> title,
        Optional<String> titleZh,
        Optional<String> brand,
        Optional<String> category,
        OptionalDouble price) {

    public Item {
        requireNonNull(id, "id");
        if (index < 0) {
            throw new IllegalArgumentException("item " + id + ": index " + index);
        }
    }

    /** An item of which only the id is known. */
    public static Item bare(int index, String id) {
        return new Item(
                index,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
    }
}
