package org.amalgam.ui.control;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks the user where a file is to be written. */
@FunctionalInterface
public interface SaveChooser {
    /**
     * Asks.
     *
     * @param suggested name of the file, with its ending
     * @return empty when the user thinks better of it
     */
    Optional<Path> choose(Window owner, String suggested);
}
