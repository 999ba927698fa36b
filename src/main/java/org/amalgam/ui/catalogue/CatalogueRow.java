package org.amalgam.ui.catalogue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemActivity;

/**
 * An item with what was done with it and how often it was shown. Immutable.
 *
 * @param activity empty for an item without events
 * @param rank by events, 1 for the most; equal ones share theirs
 * @param shown by the measure chosen; 0 where nothing is known of any item
 * @param ratio its share of all that was shown over its share of all events: 1 when it is shown as
 *     much as it is asked for; empty without events or without exposure
 * @param words all that can be searched, in lower case
 */
record CatalogueRow(
        Item item,
        Optional<ItemActivity> activity,
        int rank,
        double shown,
        OptionalDouble ratio,
        String words) {

    long events() {
        return activity.map(ItemActivity::events).orElse(0L);
    }

    long views() {
        return activity.map(ItemActivity::views).orElse(0L);
    }

    long carts() {
        return activity.map(ItemActivity::carts).orElse(0L);
    }

    long purchases() {
        return activity.map(ItemActivity::purchases).orElse(0L);
    }
}
