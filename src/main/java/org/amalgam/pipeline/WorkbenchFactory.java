package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.amalgam.domain.stage.TaskMonitor;

/** Opens workbenches. Thread-safe. */
public interface WorkbenchFactory {

    /** Opens the store at this path, creating an empty one where there is none. */
    Workbench open(Path store);

    /**
     * Writes the simulated shop's log and catalogue into a directory.
     *
     * @return the files to import, catalogue first
     */
    List<Path> writeDemoShop(Path directory, TaskMonitor monitor);
}
