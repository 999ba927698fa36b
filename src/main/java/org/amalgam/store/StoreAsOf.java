package org.amalgam.store;

import java.time.Instant;
import java.util.function.IntFunction;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.stage.EventSource;

/** A store as it was at one moment: what is added to it later stays unseen. Thread-safe. */
record StoreAsOf(EventReader reader, Catalogue catalogue, IntFunction<String> userIds)
        implements EventSource {

    @Override
    public long count(Instant from, Instant until) {
        return reader.count(from, until);
    }

    @Override
    public Cursor open(Instant from, Instant until) {
        return reader.open(from, until);
    }

    @Override
    public String userId(int user) {
        return userIds.apply(user);
    }
}
