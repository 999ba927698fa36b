package org.amalgam.ui.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.ReplaySession;
import org.amalgam.pipeline.TrainingReport;
import org.amalgam.pipeline.Workbench;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.ui.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open store and what is being done with it. All calls return at once; results arrive in the
 * properties. For the screens' thread.
 */
public final class Desk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final WorkbenchFactory factory;
    private final TaskRunner runner;
    private final Messages messages;
    private final Folders folders;
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened = empty("opened");
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> imported = empty("imported");
    private final ReadOnlyObjectWrapper<Optional<TrainingReport>> trained = empty("trained");
    private final ReadOnlyObjectWrapper<Optional<ReplaySession>> session = empty("session");
    private final ReadOnlyIntegerWrapper trainings = new ReadOnlyIntegerWrapper(this, "trainings");
    private final ReadOnlyObjectWrapper<Optional<RuleBook>> changedRules = empty("changedRules");
    private final ObjectProperty<Optional<Notice>> notice =
            new SimpleObjectProperty<>(this, "notice", Optional.empty());
    private final ObjectProperty<String> fusion =
            new SimpleObjectProperty<>(this, "fusion", ReplayRequest.FUSIONS.get(0));
    private final UndoStack undo = new UndoStack();
    private volatile Optional<Workbench> workbench = Optional.empty();

    public Desk(WorkbenchFactory factory, TaskRunner runner, Messages messages, Folders folders) {
        this.factory = factory;
        this.runner = runner;
        this.messages = messages;
        this.folders = folders;
        runner.setOnFailure(this::report);
        runner.currentProperty().addListener((seen, was, now) -> now.ifPresent(this::begin));
    }

    private <T> ReadOnlyObjectWrapper<Optional<T>> empty(String name) {
        return new ReadOnlyObjectWrapper<>(this, name, Optional.empty());
    }

    /** What was told of earlier work no longer holds. */
    private void begin(RunningTask work) {
        notice.set(Optional.empty());
    }

    /** Whether there is a store at this path. */
    public boolean exists(Path store) {
        return factory.exists(store);
    }

    /** Opens a store, creating it when there is none. */
    public void open(Path store) {
        runner.run("task.open", monitor -> openInBackground(store), this::put);
    }

    /**
     * Writes the simulated shop, loads it and plays a replay at once; networks are trained briefly
     * beside it and join when they are.
     */
    public void exploreDemo() {
        runner.run(
                "task.demo",
                this::loadDemo,
                loaded -> {
                    put(loaded.open());
                    imported.set(loaded.report());
                    replayAtOnce(ReplayChoices.ofAll(fusion.get(), true));
                });
    }

    /** Loads logs into the open store, or into one named after the first when none is open. */
    public void importLogs(List<Path> logs) {
        if (logs.isEmpty()) {
            return;
        }
        Path store = openStore().orElse(folders.storeFor(logs.get(0)));
        inPlaceOfReplay(
                "task.import",
                monitor -> importInBackground(store, logs, monitor),
                loaded -> {
                    put(loaded.open());
                    imported.set(loaded.report());
                });
    }

    /** Begins work that ends the replay under way, unless other work has to end first. */
    private <T> void inPlaceOfReplay(
            String titleKey, TaskRunner.Work<T> work, Consumer<T> whenDone) {
        if (runner.currentProperty().get().isPresent()) {
            tell(Notice.Kind.INFO, messages.get("why.busy"));
            return;
        }
        closeReplay();
        runner.run(titleKey, work, whenDone);
    }

    /** The open store that takes the user's logs; the demo's own never does. */
    private Optional<Path> openStore() {
        return workbench.map(Workbench::store).filter(store -> !store.equals(folders.demoStore()));
    }

    /** Trains members on the open store. */
    public void train(TrainingChoice request) {
        workbench.ifPresent(
                open ->
                        inPlaceOfReplay(
                                "task.train",
                                monitor -> open.train(request.resolve(open), monitor),
                                report -> {
                                    trained.set(Optional.of(report));
                                    noteTraining();
                                }));
    }

    /** Sets up a replay of the open store. */
    public void replay(ReplayRequest request, boolean play) {
        workbench.ifPresent(
                open ->
                        inPlaceOfReplay(
                                "task.replay",
                                monitor -> open.replay(request, monitor),
                                started -> {
                                    session.set(Optional.of(started));
                                    if (play) {
                                        started.play();
                                    }
                                }));
    }

    private void replayAtOnce(ReplayRequest request) {
        workbench.ifPresent(
                open ->
                        inPlaceOfReplay(
                                "task.replay",
                                monitor -> open.replayAtOnce(request, true, monitor),
                                this::playAndWarmUp));
    }

    private void playAndWarmUp(ReplaySession started) {
        session.set(Optional.of(started));
        started.play();
        runner.run(
                "task.warm-up",
                monitor -> {
                    started.warmUp(monitor);
                    return started;
                },
                warm -> noteTraining());
    }

    private void noteTraining() {
        trainings.set(trainings.get() + 1);
    }

    /** Lets rules act that were changed in the open store: what is shown from now on obeys them. */
    public void obey(RuleBook rules) {
        session.get().ifPresent(running -> running.rules(rules));
        changedRules.set(Optional.of(rules));
    }

    /** How replays from now on fuse, one of {@link ReplayRequest#FUSIONS}. */
    public ObjectProperty<String> fusionProperty() {
        return fusion;
    }

    /** Ends the replay under way. */
    public void closeReplay() {
        Optional<ReplaySession> running = session.get();
        session.set(Optional.empty());
        running.ifPresent(ReplaySession::close);
    }

    private record Loaded(OpenWorkbench open, Optional<ImportReport> report) {}

    private record OpenWorkbench(Workbench workbench, Opened opened) {}

    private Loaded loadDemo(TaskMonitor monitor) throws IOException {
        Workbench open = openAt(folders.demoStore());
        Optional<ImportReport> report = Optional.empty();
        if (open.timeSpan().isEmpty()) {
            Files.createDirectories(folders.demoShop());
            List<Path> logs = factory.writeDemoShop(folders.demoShop(), monitor);
            report = Optional.of(open.importLogs(logs, "auto", monitor));
        }
        return new Loaded(new OpenWorkbench(open, Opened.read(open)), report);
    }

    private Loaded importInBackground(Path store, List<Path> logs, TaskMonitor monitor)
            throws IOException {
        Workbench open = openAt(store);
        ImportReport report = open.importLogs(logs, "auto", monitor);
        return new Loaded(new OpenWorkbench(open, Opened.read(open)), Optional.of(report));
    }

    private OpenWorkbench openInBackground(Path store) throws IOException {
        Workbench open = openAt(store);
        return new OpenWorkbench(open, Opened.read(open));
    }

    /** The workbench of this store; the one open until now is closed when it is another's. */
    private synchronized Workbench openAt(Path store) throws IOException {
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

    private void put(OpenWorkbench open) {
        if (opened.get().filter(was -> was.store().equals(open.opened().store())).isEmpty()) {
            imported.set(Optional.empty());
            trained.set(Optional.empty());
        }
        opened.set(Optional.of(open.opened()));
        notice.set(Optional.empty());
    }

    private void report(Exception failure) {
        if (failure instanceof CancellationException) {
            tell(Notice.Kind.INFO, messages.get("notice.cancelled"));
        } else {
            if (!(failure instanceof UnusableInput)) {
                LOG.error("work of the window failed", failure);
            }
            tell(Notice.Kind.ERROR, Failures.line(messages, failure));
        }
    }

    /** The open store, for questions that screens ask off their own thread. */
    public Optional<Workbench> workbench() {
        return workbench;
    }

    /** Shows a line in the banner. */
    public void tell(Notice.Kind kind, String text) {
        notice.set(Optional.of(new Notice(kind, text)));
    }

    /** Says that the replay under way has stopped by an error. */
    public void tellReplayFailed() {
        tell(Notice.Kind.ERROR, messages.get("notice.replay-failed"));
    }

    /** What the user changed and can take back. */
    public UndoStack undo() {
        return undo;
    }

    public TaskRunner runner() {
        return runner;
    }

    public ReadOnlyObjectProperty<Optional<Opened>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** What the latest import into the open store did. */
    public ReadOnlyObjectProperty<Optional<ImportReport>> importedProperty() {
        return imported.getReadOnlyProperty();
    }

    /** What was trained on the open store since it was opened. */
    public ReadOnlyObjectProperty<Optional<TrainingReport>> trainedProperty() {
        return trained.getReadOnlyProperty();
    }

    /** How often members were trained, beside a replay too; those loaded before are outdated. */
    public ReadOnlyIntegerProperty trainingsProperty() {
        return trainings.getReadOnlyProperty();
    }

    /** The rules as the window changed them last; lists made before do not obey them. */
    public ReadOnlyObjectProperty<Optional<RuleBook>> changedRulesProperty() {
        return changedRules.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ReplaySession>> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<Notice>> noticeProperty() {
        return notice;
    }

    /** Whether there are events to look at. */
    public boolean hasEvents() {
        return opened.get().map(Opened::events).orElse(0L) > 0;
    }

    @Override
    public void close() {
        closeReplay();
        runner.close();
        workbench.ifPresent(Workbench::close);
    }
}
