package org.amalgam.ui.control;

import java.nio.file.Path;
import java.util.List;
import javafx.stage.Window;

/** Asks for logs to load. Tests answer without a dialogue. */
@FunctionalInterface
public interface LogChooser {

    /** The files chosen; empty when the user thought better of it. */
    List<Path> choose(Window owner);
}
