package org.amalgam.ui.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which items of the catalogue are wanted. Immutable.
 *
 * @param text words that all have to occur in an item's titles, id, brand or category
 * @param brand empty for any; {@link #NONE} for items without
 * @param category likewise
 * @param leastPrice empty for any; an item without a price has none at least so high
 * @param mostPrice likewise
 * @param unshown only items that were shown to nobody
 * @param reason why they were not; empty for any
 * @param age how new they are; empty for any
 */
record CatalogueFilter(
        String text,
        Optional<String> brand,
        Optional<String> category,
        OptionalDouble leastPrice,
        OptionalDouble mostPrice,
        boolean unshown,
        Optional<UnshownReason> reason,
        Optional<Age> age) {

    /** Stands for no brand, or no category. */
    static final String NONE = "";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The test that an item has to pass, given the time of the log's last event. */
    Predicate<CatalogueRow> test(Instant lastEvent) {
        List<String> words = BLANKS.splitAsStream(text.toLowerCase(Locale.ROOT).strip()).toList();
        Predicate<CatalogueRow> test = row -> words.stream().allMatch(row.words()::contains);
        if (brand.isPresent()) {
            test = test.and(row -> row.item().brand().orElse(NONE).equals(brand.get()));
        }
        if (category.isPresent()) {
            test = test.and(row -> row.item().category().orElse(NONE).equals(category.get()));
        }
        if (leastPrice.isPresent() || mostPrice.isPresent()) {
            test = test.and(this::priceFits);
        }
        if (unshown) {
            test = test.and(row -> row.shown() == 0);
        }
        if (reason.isPresent()) {
            test = test.and(row -> UnshownReason.of(row) == reason.get());
        }
        if (age.isPresent()) {
            test = test.and(row -> age.get().holds(row, lastEvent));
        }
        return test;
    }

    private boolean priceFits(CatalogueRow row) {
        OptionalDouble price = row.item().price();
        return price.isPresent()
                && price.getAsDouble() >= leastPrice.orElse(Double.NEGATIVE_INFINITY)
                && price.getAsDouble() <= mostPrice.orElse(Double.POSITIVE_INFINITY);
    }
}
