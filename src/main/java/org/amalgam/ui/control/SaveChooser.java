package org.amalgam.ui.control;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks where to write a file. Tests answer without a dialogue. */
@FunctionalInterface
public interface SaveChooser {

    /**
     * The file chosen; empty when the user thought better of it.
     *
     * @param suggested name with its ending; a table that may also be a workbook is suggested as
     *     {@code .xlsx}, and the file chosen ends in that or {@code .csv}
     */
    Optional<Path> choose(Window owner, String suggested);
}
