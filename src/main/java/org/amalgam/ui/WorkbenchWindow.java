package org.amalgam.ui;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.ui.catalogue.CatalogueView;
import org.amalgam.ui.catalogue.CatalogueViewModel;
import org.amalgam.ui.command.CommandPalette;
import org.amalgam.ui.command.Commands;
import org.amalgam.ui.command.ShortcutList;
import org.amalgam.ui.control.LogChooser;
import org.amalgam.ui.control.Parts;
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
import org.amalgam.ui.frame.Closing;
import org.amalgam.ui.frame.EngineStatus;
import org.amalgam.ui.frame.FrameView;
import org.amalgam.ui.frame.FrameViewModel;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.frame.Screens;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.live.LiveView;
import org.amalgam.ui.live.LiveViewModel;
import org.amalgam.ui.live.Resumption;
import org.amalgam.ui.rules.RulesView;
import org.amalgam.ui.rules.RulesViewModel;
import org.amalgam.ui.settings.SettingsView;
import org.amalgam.ui.shoppers.ShoppersView;
import org.amalgam.ui.shoppers.ShoppersViewModel;
import org.amalgam.ui.start.StartView;
import org.amalgam.ui.training.TrainingView;
import org.amalgam.ui.training.TrainingViewModel;

/** Puts the screens together into one window. For the FX thread. */
public final class WorkbenchWindow implements AutoCloseable {

    private static final double WIDTH = 1_440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1_180;
    private static final double LEAST_HEIGHT = 680;

    private final WorkbenchFactory factory;
    private final Folders folders;
    private final Desk desk;
    private final EngineStatus engine;
    private final Messages messages;
    private final FrameViewModel frame;
    private final LiveViewModel live;
    private final Resumption resumption;
    private final TrainingViewModel training;
    private final LogChooser chooser;
    private final SaveChooser saves;
    private final TextExport export;
    private final TableTools tableTools;
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
        this.folders = folders;
        this.messages = messages;
        this.chooser = chooser;
        this.engine = new EngineStatus(messages);
        this.desk = new Desk(factory, runner, messages, folders);
        this.frame = new FrameViewModel(desk, messages);
        this.live = new LiveViewModel(desk);
        this.resumption = new Resumption(live, messages);
        this.saves = saves;
        this.export =
                new TextExport(
                        saves,
                        messages,
                        text -> desk.tell(Notice.Kind.INFO, text),
                        text -> desk.tell(Notice.Kind.ERROR, text));
        this.tableTools = new TableTools(messages, export);
        this.training = new TrainingViewModel(desk);
        this.memory = new WindowMemory(folders, frame, messages, desk, resumption);
        this.screens = screens();
        this.frameView = new FrameView(frame, messages, screens, engine, runner);
        this.commands = new Commands(reason -> desk.tell(Notice.Kind.INFO, messages.get(reason)));
        this.shortcuts = new ShortcutList(commands, messages, frameView.overlay());
    }

    /** All screens there are: a new one needs a constant of {@link Screen} and a line here. */
    private Screens screens() {
        StartView start = new StartView(desk, messages, chooser, memory.stores(), memory::open);
        Screens all = new Screens((Region) start.root());
        all.add(Screen.DATA, this::dataScreen);
        all.add(Screen.LIVE, this::liveScreen);
        all.add(Screen.SHOPPERS, this::shoppersScreen);
        all.add(Screen.CATALOGUE, this::catalogueScreen);
        all.add(Screen.RULES, () -> new RulesView(new RulesViewModel(desk), messages).root());
        all.add(Screen.SETTINGS, this::settingsScreen);
        return all;
    }

    private Parent dataScreen() {
        TrainingView panel = new TrainingView(training, messages, tableTools);
        DataViewModel data = new DataViewModel(desk, messages);
        return new DataView(data, messages, desk.runner(), chooser, panel.root(), tableTools)
                .root();
    }

    private Parent liveScreen() {
        LiveView view = new LiveView(live, messages, frame.darkProperty(), export, resumption);
        Parts.onceInScene(view.root(), view::installKeys);
        return view.root();
    }

    private Parent shoppersScreen() {
        return new ShoppersView(new ShoppersViewModel(desk), messages, saves).root();
    }

    private Parent catalogueScreen() {
        return new CatalogueView(
                        CatalogueViewModel.forWindow(desk),
                        messages,
                        frame.darkProperty(),
                        saves,
                        tableTools)
                .root();
    }

    private Parent settingsScreen() {
        return new SettingsView(
                        frame,
                        messages,
                        engine,
                        folders,
                        desk.openedProperty(),
                        () -> shortcuts.show())
                .root();
    }

    /** Shows the window on a stage. */
    public void show(Stage stage) {
        Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        Scene scene = new Scene(frameView.root(), width, height);
        TextSize.bind(frame.textSizeProperty(), frameView.zoomProperty(), scene);
        installCommands(scene, stage);
        stage.titleProperty().bind(messages.text("app.title"));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        memory.place(stage);
        Closing closing =
                new Closing(
                        desk.runner(),
                        () -> resumption.underWay().isPresent(),
                        messages,
                        frameView.overlay(),
                        stage::close);
        stage.setOnCloseRequest(closing::request);
        stage.show();
        askForEngine(scene);
    }

    private void installCommands(Scene scene, Stage stage) {
        CommandPalette palette = new CommandPalette(commands, messages, frameView.overlay());
        WorkbenchCommands all = new WorkbenchCommands(commands, desk, frame);
        all.screens(screens.all());
        all.replay(live);
        all.resume(resumption);
        all.undo();
        all.training(training);
        all.stores(() -> desk.importLogs(chooser.choose(stage)), memory.stores(), memory::open);
        all.look();
        all.window(
                palette::toggle,
                shortcuts::show,
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

    /** What can be done by name or keys. */
    public Commands commands() {
        return commands;
    }

    @Override
    public void close() {
        memory.write();
        desk.close();
    }
}
