package org.amalgam.ui.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemActivity;

/** Catalogues put together by hand, item by item, for tests. */
final class Shelf {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Item> items = new ArrayList<>();
    private final List<ItemActivity> activity = new ArrayList<>();
    private final List<Integer> shown = new ArrayList<>();

    /** An item of a category and brand, empty for none, with so many events, shown so often. */
    Shelf item(String category, String brand, long events, int timesShown) {
        int index = items.size();
        items.add(
                new Item(
                        index,
                        "i" + index,
                        Optional.of("Item " + index),
                        Optional.of("商品" + index),
                        Optional.of(brand).filter(name -> !name.isEmpty()),
                        Optional.of(category).filter(name -> !name.isEmpty()),
                        OptionalDouble.of(10 * index)));
        if (events > 0) {
            activity.add(new ItemActivity(index, events, events, 0, 0, events, NOON, NOON));
        }
        shown.add(timesShown);
        return this;
    }

    CatalogueTable table() {
        int[] top20 = shown.stream().mapToInt(Integer::intValue).toArray();
        CatalogueExposure exposure =
                new CatalogueExposure(
                        new CatalogueExposure.Span(NOON, NOON, NOON),
                        Optional.of("fused"),
                        100,
                        new int[top20.length],
                        top20,
                        new double[top20.length],
                        CatalogueExposure.emptySample(top20.length));
        return new CatalogueTable(
                new Catalogue(items), activity, Optional.of(exposure), Measure.TOP_TWENTY);
    }
}
