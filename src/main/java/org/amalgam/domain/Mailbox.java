package org.amalgam.domain;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Holds the newest value only: writers never wait, a reader may miss values. Thread-safe. */
public final class Mailbox<T> {

    private final AtomicReference<T> newest = new AtomicReference<>();

    /** Replaces what was not yet taken. */
    public void put(T value) {
        newest.set(value);
    }

    /** Takes the newest value; empty when there has been none since the last call. */
    public Optional<T> take() {
        return Optional.ofNullable(newest.getAndSet(null));
    }
}
