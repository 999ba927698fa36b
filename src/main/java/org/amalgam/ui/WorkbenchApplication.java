package org.amalgam.ui;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.ui.control.FileDialogue;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.i18n.Messages;

/**
 * The workbench as a JavaFX application. {@code main} is elsewhere, for it must not extend this.
 */
public final class WorkbenchApplication extends Application {

    // JavaFX makes the application itself, by reflection: this is the only way to hand it anything.
    private static volatile Optional<Start> start = Optional.empty();

    // A logger without configuration lives only as long as somebody holds it.
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private Optional<WorkbenchWindow> window = Optional.empty();

    private record Start(WorkbenchFactory factory, Optional<Path> store) {}

    /**
     * Opens the window and returns when it was closed. Once in a process.
     *
     * @param store opened at the start; empty for the one that was open last
     * @throws UnsupportedOperationException if there is no display, or no GTK
     * @throws RuntimeException caused by a LinkageError if a native library is missing
     */
    public static void launch(WorkbenchFactory factory, Optional<Path> store, String... args) {
        start = Optional.of(new Start(requireNonNull(factory, "factory"), store));
        // It warns of the class path, which is on purpose: not every library here is a module.
        JAVAFX_LOG.setFilter(line -> !line.getMessage().startsWith("Unsupported JavaFX conf"));
        Application.launch(WorkbenchApplication.class, args);
    }

    @Override
    public void start(Stage stage) {
        Start with =
                start.orElseThrow(
                        () -> new IllegalStateException("use WorkbenchApplication.launch"));
        Messages messages = new Messages();
        WorkbenchWindow opened =
                new WorkbenchWindow(
                        with.factory(),
                        TaskRunner.forWindow(),
                        messages,
                        Folders.standard(),
                        new FileDialogue(messages));
        window = Optional.of(opened);
        opened.show(stage);
        with.store().ifPresentOrElse(store -> opened.desk().open(store), opened::reopen);
    }

    @Override
    public void stop() {
        window.ifPresent(WorkbenchWindow::close);
    }
}
