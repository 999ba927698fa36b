package org.amalgam.ui;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.ui.command.CommandPalette;
import org.amalgam.ui.command.Commands;
import org.amalgam.ui.command.ShortcutList;
import org.amalgam.ui.control.LogChooser;
import org.amalgam.ui.control.SaveChooser;
import org.amalgam.ui.control.SaveDialogue;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.Notice;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.frame.Closing;
import org.amalgam.ui.frame.FrameView;
import org.amalgam.ui.frame.FrameViewModel;
import org.amalgam.ui.frame.Screens;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.LiveViewModel;

/** Puts the screens together into one window. For the FX thread. */
public final class WorkbenchWindow implements AutoCloseable {

    private static final double WIDTH = 1_440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1_180;
    private static final double LEAST_HEIGHT = 680;

    private final WorkbenchFactory factory;
    private final WindowModels models;
    private final Messages messages;
    private final LogChooser chooser;
    private final WindowMemory memory;
    private final Screens screens;
    private final FrameView frameView;
    private final Commands commands;
    private final ShortcutList shortcuts;

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
        this.chooser = chooser;
        this.models = WindowModels.of(factory, runner, messages, folders);
        this.memory = new WindowMemory(folders, frame(), messages, desk(), models.resumption());
        this.screens =
                new WindowScreens(models, messages, folders, chooser, saves, this::showShortcuts)
                        .all(memory);
        this.frameView = new FrameView(frame(), messages, screens, models.engine(), runner);
        this.commands = new Commands(reason -> desk().tell(Notice.Kind.INFO, messages.get(reason)));
        this.shortcuts = new ShortcutList(commands, messages, frameView.overlay());
    }

    private void showShortcuts() {
        shortcuts.show();
    }

    /** Shows the window on a stage. */
    public void show(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        Scene scene = new Scene(frameView.root(), width, height);
        TextSize.bind(frame().textSizeProperty(), frameView.zoomProperty(), scene);
        installCommands(scene, stage);
        stage.titleProperty().bind(messages.text("app.title"));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        memory.place(stage);
        Closing closing =
                new Closing(
                        desk().runner(),
                        () -> models.resumption().underWay().isPresent(),
                        messages,
                        frameView.overlay(),
                        stage::close);
        stage.setOnCloseRequest(closing::request);
        stage.show();
        askForEngine(scene);
    }

    private void installCommands(Scene scene, Stage stage) {
        CommandPalette palette = new CommandPalette(commands, messages, frameView.overlay());
        WorkbenchCommands all = new WorkbenchCommands(commands, desk(), frame());
        all.screens(screens.all());
        all.replay(live());
        all.resume(models.resumption());
        all.undo();
        all.training(models.training());
        all.stores(() -> desk().importLogs(chooser.choose(stage)), memory.stores(), memory::open);
        all.look();
        all.window(
                palette::toggle,
                this::showShortcuts,
                frameView::toggleTasks,
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        frameView.offerPalette(WorkbenchCommands.PALETTE, palette::toggle);
        commands.install(scene);
    }

    /** Opens the store that was open when the window was closed last; says so when it is gone. */
    public void reopen() {
        memory.reopen();
    }

    /** After the first picture: loading what networks run on takes as long as opening a window. */
    private void askForEngine(Scene scene) {
        Runnable[] once = new Runnable[1];
        once[0] =
                () -> {
                    scene.removePostLayoutPulseListener(once[0]);
                    models.engine()
                            .ask(
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
        return models.desk();
    }

    public FrameViewModel frame() {
        return models.frame();
    }

    public LiveViewModel live() {
        return models.live();
    }

    /** What can be done by name or keys. */
    public Commands commands() {
        return commands;
    }

    @Override
    public void close() {
        memory.write();
        memory.leave();
        desk().close();
    }
}
