package org.amalgam.ui;

import static org.amalgam.ui.Patience.until;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.i18n.Messages;

/** The real window over made-up data, for tests that drive it. */
final class WindowUnderTest {

    final FakeWorkbenchFactory factory;
    final Messages messages = new Messages();
    final WorkbenchWindow window;
    final Stage stage;

    /**
     * @param stepMillis how long each tenth of long work takes
     */
    WindowUnderTest(Stage stage, Path home, int stepMillis) {
        this(stage, home, new FakeWorkbenchFactory(stepMillis));
    }

    WindowUnderTest(Stage stage, Path home, FakeWorkbenchFactory factory) {
        this.stage = stage;
        this.factory = factory;
        window =
                new WorkbenchWindow(
                        factory,
                        TaskRunner.forWindow(),
                        messages,
                        new Folders(home),
                        owner -> List.of(Path.of("events.csv")));
        window.show(stage);
    }

    Scene scene() {
        return stage.getScene();
    }

    boolean busy() {
        return window.desk().runner().currentProperty().get().isPresent();
    }

    /** Loads a log and waits until it is there. */
    void load() {
        Platform.runLater(() -> window.desk().importLogs(List.of(Path.of("events.csv"))));
        until(() -> window.desk().hasEvents() && !busy());
    }

    /** Sets up a replay of the demo shop and waits until its weights are shown. */
    FakeReplaySession replayDemo() {
        Platform.runLater(() -> window.desk().exploreDemo());
        until(() -> !window.live().weights().members().isEmpty() && !busy());
        return factory.newest().replays().get(0);
    }
}
