package org.amalgam.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.amalgam.domain.UnusableInput;

/** Lets one import at a time into a store. Thread-safe. */
final class ImportLock {

    private final Database database;
    private final AtomicBoolean taken = new AtomicBoolean();

    ImportLock(Database database) {
        this.database = database;
    }

    /**
     * Takes it, until {@link #release}.
     *
     * @throws UnusableInput if another import is running
     */
    void take() {
        if (!taken.compareAndSet(false, true)) {
            throw new UnusableInput(
                    "another import into " + database.name() + " is running; wait for its end");
        }
    }

    void release() {
        taken.set(false);
    }
}
