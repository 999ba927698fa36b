package org.amalgam.ui;

import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.ui.control.LogChooser;
import org.amalgam.ui.control.Parts;
import org.amalgam.ui.data.DataView;
import org.amalgam.ui.data.DataViewModel;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.frame.EngineStatus;
import org.amalgam.ui.frame.FrameView;
import org.amalgam.ui.frame.FrameViewModel;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.frame.Screens;
import org.amalgam.ui.frame.WorkBar;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.LiveView;
import org.amalgam.ui.live.LiveViewModel;
import org.amalgam.ui.start.StartView;
import org.amalgam.ui.training.TrainingView;
import org.amalgam.ui.training.TrainingViewModel;

/** Puts the screens together into one window. For the FX thread. */
public final class WorkbenchWindow implements AutoCloseable {

    private static final double WIDTH = 1_440;
    private static final double HEIGHT = 900;

    private final WorkbenchFactory factory;
    private final Desk desk;
    private final EngineStatus engine;
    private final Messages messages;
    private final FrameViewModel frame;
    private final LiveViewModel live;
    private final LogChooser chooser;
    private final FrameView frameView;

    public WorkbenchWindow(
            WorkbenchFactory factory,
            TaskRunner runner,
            Messages messages,
            Folders folders,
            LogChooser chooser) {
        this.factory = factory;
        this.messages = messages;
        this.chooser = chooser;
        this.engine = new EngineStatus(messages);
        this.desk = new Desk(factory, runner, messages, folders);
        this.frame = new FrameViewModel(desk, messages);
        this.live = new LiveViewModel(desk);
        this.frameView =
                new FrameView(frame, messages, screens(), engine, new WorkBar(runner, messages));
    }

    /** All screens there are: a new one needs a constant of {@link Screen} and a line here. */
    private Screens screens() {
        Screens screens = new Screens(new StartView(desk, messages, chooser).root());
        screens.add(Screen.DATA, this::dataScreen);
        screens.add(Screen.LIVE, this::liveScreen);
        return screens;
    }

    private Parent dataScreen() {
        TrainingView training = new TrainingView(new TrainingViewModel(desk), messages);
        DataViewModel data = new DataViewModel(desk, messages);
        DataView view = new DataView(data, messages, desk.runner(), chooser, training.root());
        Parts.onceInScene(view.root(), view::installKeys);
        return view.root();
    }

    private Parent liveScreen() {
        LiveView view = new LiveView(live, messages, frame.darkProperty());
        Parts.onceInScene(view.root(), view::installKeys);
        return view.root();
    }

    /** Shows the window on a stage. */
    public void show(Stage stage) {
        Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        Scene scene = new Scene(frameView.root(), width, height);
        String styles = Objects.requireNonNull(getClass().getResource("amalgam.css")).toString();
        scene.getStylesheets().add(styles);
        frameView.installKeys();
        stage.titleProperty().bind(messages.text("app.title"));
        stage.setMinWidth(1080);
        stage.setMinHeight(680);
        stage.setScene(scene);
        stage.show();
        askForEngine(scene);
    }

    /** After the first picture: loading what networks run on takes as long as opening a window. */
    private void askForEngine(Scene scene) {
        Runnable[] once = new Runnable[1];
        once[0] =
                () -> {
                    scene.removePostLayoutPulseListener(once[0]);
                    engine.ask(
                            () -> factory.engine(TrainRequest.ALL),
                            WorkbenchWindow::inBackground,
                            Platform::runLater);
                };
        scene.addPostLayoutPulseListener(once[0]);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "engine-status");
        thread.setDaemon(true);
        thread.start();
    }

    public Desk desk() {
        return desk;
    }

    public FrameViewModel frame() {
        return frame;
    }

    public LiveViewModel live() {
        return live;
    }

    @Override
    public void close() {
        desk.close();
    }
}
