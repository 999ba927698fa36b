package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One well-formed line of a catalogue file: what a shop says about one item. What is absent leaves
 * as it is what was known before.
 *
 * @param line line number in the file, from 1, the header counted
 * @param item the shop's own item id
 * @param price price of one piece in the shop's currency
 */
public record CatalogueLine(
        long line,
        String item,
        Optional<String> title,
        Optional<String> titleZh,
        Optional<String> brand,
        Optional<String> category,
        OptionalDouble price) {

    public CatalogueLine {
        requireNonNull(item, "item");
    }
}
