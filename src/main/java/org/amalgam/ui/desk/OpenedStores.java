package org.amalgam.ui.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.Workbench;
import org.amalgam.pipeline.WorkbenchFactory;

/** Opens stores, one at a time, in the background. Thread-safe. */
final class OpenedStores implements AutoCloseable {

    private final WorkbenchFactory factory;
    private final Folders folders;
    private volatile Optional<Workbench> workbench = Optional.empty();

    /**
     * A store that has been loaded into.
     *
     * @param report empty when everything had been there already
     */
    record Loaded(Opened opened, Optional<ImportReport> report) {}

    OpenedStores(WorkbenchFactory factory, Folders folders) {
        this.factory = factory;
        this.folders = folders;
    }

    boolean exists(Path store) {
        return factory.exists(store);
    }

    /** The one that is open. */
    Optional<Workbench> workbench() {
        return workbench;
    }

    /** Opens a store, creating it when there is none. */
    Opened open(Path store) throws IOException {
        return Opened.read(at(store));
    }

    /** Opens the demo's, writing and loading the simulated shop the first time. */
    Loaded demo(TaskMonitor monitor) throws IOException {
        Workbench open = at(folders.demoStore());
        Optional<ImportReport> report = Optional.empty();
        if (open.timeSpan().isEmpty()) {
            Files.createDirectories(folders.demoShop());
            List<Path> logs = factory.writeDemoShop(folders.demoShop(), monitor);
            report = Optional.of(open.importLogs(logs, "auto", monitor));
        }
        return new Loaded(Opened.read(open), report);
    }

    Loaded importLogs(Path store, List<Path> logs, TaskMonitor monitor) throws IOException {
        Workbench open = at(store);
        ImportReport report = open.importLogs(logs, "auto", monitor);
        return new Loaded(Opened.read(open), Optional.of(report));
    }

    /** The workbench of this store; the one open until now is closed when it is another's. */
    private synchronized Workbench at(Path store) throws IOException {
        if (workbench.isPresent() && workbench.get().store().equals(store)) {
            return workbench.get();
        }
        if (store.toAbsolutePath().getParent() != null) {
            Files.createDirectories(store.toAbsolutePath().getParent());
        }
        Workbench open = factory.open(store);
        workbench.ifPresent(Workbench::close);
        workbench = Optional.of(open);
        return open;
    }

    @Override
    public void close() {
        workbench.ifPresent(Workbench::close);
    }
}
