package org.amalgam.ui.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.rule.RuleBook;
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

    private final OpenedStores stores;
    private final Replays replays;
    private final TaskRunner runner;
    private final Messages messages;
    private final Folders folders;
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened = empty("opened");
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> imported = empty("imported");
    private final ReadOnlyObjectWrapper<Optional<TrainingReport>> trained = empty("trained");
    private final ReadOnlyIntegerWrapper trainings = new ReadOnlyIntegerWrapper(this, "trainings");
    private final ReadOnlyObjectWrapper<Optional<RuleBook>> changedRules = empty("changedRules");
    private final ObjectProperty<Optional<Notice>> notice =
            new SimpleObjectProperty<>(this, "notice", Optional.empty());
    private final ObjectProperty<String> fusion =
            new SimpleObjectProperty<>(this, "fusion", ReplayRequest.FUSIONS.get(0));
    private final UndoStack undo = new UndoStack();

    public Desk(WorkbenchFactory factory, TaskRunner runner, Messages messages, Folders folders) {
        this.stores = new OpenedStores(factory, folders);
        this.runner = runner;
        this.messages = messages;
        this.folders = folders;
        this.replays =
                new Replays(
                        runner,
                        stores,
                        () -> tell(Notice.Kind.INFO, messages.get("why.busy")),
                        this::noteTraining);
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
        return stores.exists(store);
    }

    /** Opens a store, creating it when there is none. */
    public void open(Path store) {
        runner.run("task.open", monitor -> stores.open(store), this::put);
    }

    /**
     * Writes the simulated shop, loads it and plays a replay at once; networks are trained briefly
     * beside it and join when they are.
     */
    public void exploreDemo() {
        runner.run(
                "task.demo",
                stores::demo,
                loaded -> {
                    put(loaded.opened());
                    imported.set(loaded.report());
                    replays.begin(ReplayChoices.toWatch(fusion.get()), true, true, () -> {});
                });
    }

    /** Loads logs into the open store, or into one named after the first when none is open. */
    public void importLogs(List<Path> logs) {
        if (logs.isEmpty()) {
            return;
        }
        Path store = openStore().orElse(folders.storeFor(logs.get(0)));
        replays.inPlace(
                "task.import",
                monitor -> stores.importLogs(store, logs, monitor),
                loaded -> {
                    put(loaded.opened());
                    imported.set(loaded.report());
                });
    }

    /** The open store that takes the user's logs; the demo's own never does. */
    private Optional<Path> openStore() {
        return workbench()
                .map(Workbench::store)
                .filter(store -> !store.equals(folders.demoStore()));
    }

    /** Trains members on the open store. */
    public void train(TrainingChoice request) {
        workbench()
                .ifPresent(
                        open ->
                                replays.inPlace(
                                        "task.train",
                                        monitor -> open.train(request.resolve(open), monitor),
                                        report -> {
                                            trained.set(Optional.of(report));
                                            noteTraining();
                                        }));
    }

    private void noteTraining() {
        trainings.set(trainings.get() + 1);
    }

    /** Lets rules act that were changed in the open store: what is shown from now on obeys them. */
    public void obey(RuleBook rules) {
        sessionProperty().get().ifPresent(running -> running.rules(rules));
        changedRules.set(Optional.of(rules));
    }

    /** Sets up a replay of the open store. */
    public void replay(ReplayRequest request, boolean play) {
        replays.begin(request, false, play, () -> {});
    }

    /**
     * Sets up the replay that was under way once, opening its store first where another one is
     * open; going to where it stood is left to the caller.
     *
     * @param whenThere called when it is set up
     */
    public void replayAgain(PausedReplay paused, ReplayRequest request, Runnable whenThere) {
        Runnable begin = () -> replays.begin(request, paused.atOnce(), false, whenThere);
        if (workbench().filter(open -> open.store().equals(paused.store())).isPresent()) {
            begin.run();
        } else {
            replays.inPlace(
                    "task.open",
                    monitor -> stores.open(paused.store()),
                    found -> {
                        put(found);
                        begin.run();
                    });
        }
    }

    /** The replay under way as it can be begun again; empty where there is none to go on with. */
    public Optional<PausedReplay> paused(LiveSnapshot now) {
        return replays.paused(now);
    }

    /** How replays from now on fuse, one of {@link ReplayRequest#FUSIONS}. */
    public ObjectProperty<String> fusionProperty() {
        return fusion;
    }

    /** Ends the replay under way. */
    public void closeReplay() {
        replays.close();
    }

    private void put(Opened open) {
        if (opened.get().filter(was -> was.store().equals(open.store())).isEmpty()) {
            imported.set(Optional.empty());
            trained.set(Optional.empty());
        }
        // Before those who follow the store have something to tell of it.
        notice.set(Optional.empty());
        opened.set(Optional.of(open));
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
        return stores.workbench();
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
        return replays.sessionProperty();
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
        stores.close();
    }
}
