package org.amalgam.ui.control;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks where to write a table. Tests answer without a dialogue. */
@FunctionalInterface
public interface SaveChooser {

    /**
     * The file chosen, which ends in {@code .csv} or {@code .xlsx}; empty when the user thought
     * better of it.
     *
     * @param name suggested, without an ending
     */
    Optional<Path> choose(Window owner, String name);
}
