package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What shoppers did with one item, bots left out.
 *
 * @param events of any kind
 * @param learned events before the time at which members stopped learning beforehand
 * @param first time of the first event
 * @param last time of the last event
 */
public record ItemActivity(
        int item,
        long events,
        long views,
        long carts,
        long purchases,
        long learned,
        Instant first,
        Instant last) {

    public ItemActivity {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
    }
}
