package org.amalgam.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.ui.control.LogChooser;
import org.amalgam.ui.control.SaveChooser;
import org.amalgam.ui.control.SaveDialogue;
import org.amalgam.ui.control.TableTools;
import org.amalgam.ui.control.TextExport;
import org.amalgam.ui.data.DataView;
import org.amalgam.ui.data.DataViewModel;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.frame.EngineStatus;
import org.amalgam.ui.frame.FrameView;
import org.amalgam.ui.frame.FrameViewModel;
import org.amalgam.ui.frame.FrameViewModel.Content;
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
    private final DataView dataView;
    private final LiveView liveView;
    private final FrameView frameView;

    public WorkbenchWindow(
            WorkbenchFactory factory,
            TaskRunner runner,
            Messages messages,
            Folders folders,
            LogChooser chooser) {
        this(factory, runner, messages, folders, chooser, new SaveDialogue(messages));
    }

    /**
     * The same with another way to ask where files are to be written.
     *
     * @param saves asks
     */
    public WorkbenchWindow(
            WorkbenchFactory factory,
            TaskRunner runner,
            Messages messages,
            Folders folders,
            LogChooser chooser,
            SaveChooser saves) {
        this.factory = factory;
        this.messages = messages;
        this.engine = new EngineStatus(messages);
        this.desk = new Desk(factory, runner, messages, folders);
        this.frame = new FrameViewModel(desk, messages);
        this.live = new LiveViewModel(desk);
        TextExport export =
                new TextExport(
                        saves,
                        messages,
                        text -> desk.tell(Notice.Kind.INFO, text),
                        text -> desk.tell(Notice.Kind.ERROR, text));
        TableTools tableTools = new TableTools(messages, export);
        TrainingView training = new TrainingView(new TrainingViewModel(desk), messages, tableTools);
        DataViewModel data = new DataViewModel(desk, messages);
        this.dataView = new DataView(data, messages, runner, chooser, training.root(), tableTools);
        this.liveView = new LiveView(live, messages, frame.darkProperty(), export);
        Map<Content, Node> screens = new EnumMap<>(Content.class);
        screens.put(Content.START, new StartView(desk, messages, chooser).root());
        screens.put(Content.DATA, dataView.root());
        screens.put(Content.LIVE, liveView.root());
        this.frameView =
                new FrameView(frame, messages, screens, engine, new WorkBar(runner, messages));
    }

    /** Shows the window on a stage. */
    public void show(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        Scene scene = new Scene(frameView.root(), width, height);
        String styles = Objects.requireNonNull(getClass().getResource("amalgam.css")).toString();
        scene.getStylesheets().add(styles);
        frameView.installKeys();
        dataView.installKeys(scene);
        liveView.installKeys(scene);
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
