package org.amalgam.ui.catalogue;

import java.time.Duration;
import java.time.Instant;
import org.amalgam.domain.ItemActivity;

/** How new an item is to the shop: when it was first met, before the last event of the log. */
public enum Age {
    WEEK(7, "catalogue.age.week"),
    MONTH(30, "catalogue.age.month");

    private final Duration most;
    private final String key;

    Age(int days, String key) {
        this.most = Duration.ofDays(days);
        this.key = key;
    }

    /** Key of its name. */
    String key() {
        return key;
    }

    /** Whether the item is so new; one never met is. */
    boolean holds(CatalogueRow row, Instant lastEvent) {
        return row.activity()
                .map(ItemActivity::first)
                .map(first -> !first.isBefore(lastEvent.minus(most)))
                .orElse(true);
    }
}
