package org.amalgam.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.amalgam.domain.UnusableInput;

/** For verbs that read a store: an empty new one would only hide a mistyped path. */
final class ExistingStore {

    private ExistingStore() {}

    static Path at(Path store) {
        boolean there =
                Files.exists(Path.of(store + ".mv.db"))
                        || (store.toString().endsWith(".mv.db") && Files.exists(store));
        if (!there) {
            throw new UnusableInput(
                    store + ".mv.db: no such store; make one with 'amalgam import FILE --db ...'");
        }
        return store;
    }
}
