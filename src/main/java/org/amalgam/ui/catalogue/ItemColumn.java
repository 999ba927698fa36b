package org.amalgam.ui.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/**
 * A column of the list of items.
 *
 * @param key of its head
 * @param width in pixels at first
 * @param number whether it stands on the right
 * @param order ascending; rows without the value come first
 */
record ItemColumn(
        String key,
        double width,
        boolean number,
        Comparator<CatalogueRow> order,
        BiFunction<CatalogueRow, CatalogueViewModel, String> text) {

    private static final Comparator<CatalogueRow> BY_RATIO =
            Comparator.comparingDouble(row -> row.ratio().orElse(-1));

    /** All but the title, which looks different. */
    static List<ItemColumn> of(CatalogueWords words) {
        return List.of(
                new ItemColumn(
                        "catalogue.column.brand",
                        96,
                        false,
                        Comparator.comparing(row -> row.item().brand().orElse("")),
                        (row, model) -> words.known(row.item().brand())),
                new ItemColumn(
                        "catalogue.column.category",
                        110,
                        false,
                        Comparator.comparing(row -> row.item().category().orElse("")),
                        (row, model) -> words.known(row.item().category())),
                new ItemColumn(
                        "catalogue.column.price",
                        72,
                        true,
                        Comparator.comparingDouble(ItemColumn::price),
                        (row, model) -> words.price(row.item().price())),
                count("catalogue.column.views", 66, CatalogueRow::views, words),
                count("catalogue.column.carts", 60, CatalogueRow::carts, words),
                count("catalogue.column.purchases", 66, CatalogueRow::purchases, words),
                new ItemColumn(
                        "catalogue.column.rank",
                        58,
                        true,
                        Comparator.comparingInt(CatalogueRow::rank),
                        (row, model) -> words.count(row.rank())),
                new ItemColumn(
                        "catalogue.column.shown",
                        72,
                        true,
                        Comparator.comparingDouble(CatalogueRow::shown),
                        (row, model) -> words.shown(row.shown(), model.measureProperty().get())),
                new ItemColumn(
                        "catalogue.column.ratio",
                        78,
                        true,
                        BY_RATIO,
                        (row, model) -> words.ratio(row.ratio())));
    }

    /** Why nobody was shown it; for the list of those items. */
    static ItemColumn reason(CatalogueWords words) {
        return new ItemColumn(
                "catalogue.column.reason",
                190,
                false,
                Comparator.comparing(UnshownReason::of),
                (row, model) ->
                        row.shown() > 0 ? "" : words.messages().get(UnshownReason.of(row).key()));
    }

    private static ItemColumn count(
            String key, double width, ToLongFunction<CatalogueRow> count, CatalogueWords words) {
        return new ItemColumn(
                key,
                width,
                true,
                Comparator.comparingLong(count),
                (row, model) -> words.count(count.applyAsLong(row)));
    }

    private static double price(CatalogueRow row) {
        return row.item().price().orElse(-1);
    }
}
