package org.amalgam.ui;

import static org.amalgam.ui.ScreenThread.onScreenThread;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.i18n.Messages;

/** A window for programs that measure or take pictures. */
record DrivenWindow(WorkbenchWindow window, Stage stage, Messages messages) {

    private static final int SETTLES_MILLIS = 300;

    /** Opens one that remembers nothing; JavaFX runs already. */
    static DrivenWindow open(WorkbenchFactory factory) throws Exception {
        return open(factory, Files.createTempDirectory("amalgam-measured"));
    }

    /** Opens one that remembers what it was told when it had this home before. */
    static DrivenWindow open(WorkbenchFactory factory, Path home) throws Exception {
        Folders folders = new Folders(home);
        Messages messages = new Messages();
        AtomicReference<DrivenWindow> made = new AtomicReference<>();
        onScreenThread(
                () -> {
                    WorkbenchWindow window =
                            new WorkbenchWindow(
                                    factory,
                                    TaskRunner.forWindow(),
                                    messages,
                                    folders,
                                    owner -> List.of(Path.of("events.csv")));
                    Stage stage = new Stage();
                    window.show(stage);
                    made.set(new DrivenWindow(window, stage, messages));
                });
        return made.get();
    }

    void show(Screen screen) throws InterruptedException {
        onScreenThread(() -> window.frame().screenProperty().set(screen));
    }

    /** Runs the palette's command of this id. */
    void run(String command) throws InterruptedException {
        onScreenThread(
                () ->
                        window.commands().all().stream()
                                .filter(found -> found.id().equals(command))
                                .forEach(window.commands()::run));
    }

    /** Presses what can be pressed and has this id; afterwards nothing runs any more. */
    void press(String id, Duration patience) throws InterruptedException {
        onScreenThread(() -> ((ButtonBase) find(id)).fire());
        Thread.sleep(SETTLES_MILLIS);
        untilIdle(patience);
    }

    /** The first with this id; null when there is none. To be asked on the screens' thread. */
    Node find(String id) {
        return stage.getScene().lookup('#' + id);
    }

    void untilIdle(Duration patience) throws InterruptedException {
        ScreenThread.until(
                patience, () -> window.desk().runner().currentProperty().get().isEmpty());
    }

    /** Closes it as a person does, so that it is remembered. */
    void close() throws InterruptedException {
        onScreenThread(
                () -> {
                    window.desk().closeReplay();
                    stage.close();
                    window.close();
                });
    }

    /** What the live screen shows now. */
    Optional<LiveSnapshot> snapshot() throws InterruptedException {
        AtomicReference<Optional<LiveSnapshot>> found = new AtomicReference<>();
        onScreenThread(() -> found.set(window.live().snapshotProperty().get()));
        return found.get();
    }
}
