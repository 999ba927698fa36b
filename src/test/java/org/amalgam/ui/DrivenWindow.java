package org.amalgam.ui;

import static org.amalgam.ui.ScreenThread.onScreenThread;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.stage.Stage;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.i18n.Messages;

/** A window for programs that measure. */
record DrivenWindow(WorkbenchWindow window, Stage stage) {

    /** Opens one that remembers nothing; JavaFX runs already. */
    static DrivenWindow open(WorkbenchFactory factory) throws Exception {
        return open(factory, Files.createTempDirectory("amalgam-measured"));
    }

    /** Opens one that remembers what it was told when it had this home before. */
    static DrivenWindow open(WorkbenchFactory factory, Path home) throws Exception {
        Folders folders = new Folders(home);
        AtomicReference<DrivenWindow> made = new AtomicReference<>();
        onScreenThread(
                () -> {
                    WorkbenchWindow window =
                            new WorkbenchWindow(
                                    factory,
                                    TaskRunner.forWindow(),
                                    new Messages(),
                                    folders,
                                    owner -> List.of(Path.of("events.csv")));
                    Stage stage = new Stage();
                    window.show(stage);
                    made.set(new DrivenWindow(window, stage));
                });
        return made.get();
    }

    /** What the live screen shows now. */
    Optional<LiveSnapshot> snapshot() throws InterruptedException {
        AtomicReference<Optional<LiveSnapshot>> found = new AtomicReference<>();
        onScreenThread(() -> found.set(window.live().snapshotProperty().get()));
        return found.get();
    }
}
