package org.amalgam.ui.desk;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.State;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.ReplaySession;

/** The replay under way, one at most, and what was asked for. For the screens' thread. */
final class Replays {

    private final TaskRunner runner;
    private final OpenedStores stores;
    private final Runnable tellBusy;
    private final Runnable whenWarm;
    private final ReadOnlyObjectWrapper<Optional<ReplaySession>> session =
            new ReadOnlyObjectWrapper<>(this, "session", Optional.empty());
    private Optional<Asked> asked = Optional.empty();

    private record Asked(Path store, ReplayRequest request, boolean atOnce) {}

    /**
     * @param tellBusy says that other work has to end first
     * @param whenWarm called when members were trained beside a replay
     */
    Replays(TaskRunner runner, OpenedStores stores, Runnable tellBusy, Runnable whenWarm) {
        this.runner = runner;
        this.stores = stores;
        this.tellBusy = tellBusy;
        this.whenWarm = whenWarm;
    }

    ReadOnlyObjectProperty<Optional<ReplaySession>> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    /** Begins work that ends the replay under way, unless other work has to end first. */
    <T> void inPlace(String titleKey, TaskRunner.Work<T> work, Consumer<T> whenDone) {
        if (runner.isBusy()) {
            tellBusy.run();
            return;
        }
        close();
        runner.run(titleKey, work, whenDone);
    }

    /**
     * Sets up a replay of the open store, if there is one.
     *
     * @param atOnce without waiting for networks, which are trained briefly beside it
     * @param whenThere called when it is set up
     */
    void begin(ReplayRequest request, boolean atOnce, boolean play, Runnable whenThere) {
        stores.workbench()
                .ifPresent(
                        open ->
                                inPlace(
                                        "task.replay",
                                        monitor ->
                                                atOnce
                                                        ? open.replayAtOnce(request, true, monitor)
                                                        : open.replay(request, monitor),
                                        started -> {
                                            asked =
                                                    Optional.of(
                                                            new Asked(
                                                                    open.store(), request, atOnce));
                                            take(started, play);
                                            whenThere.run();
                                        }));
    }

    private void take(ReplaySession started, boolean play) {
        session.set(Optional.of(started));
        if (play) {
            started.play();
        }
        if (asked.filter(Asked::atOnce).isPresent()) {
            runner.runBeside(
                    "task.warm-up", monitor -> warmedUp(started, monitor), warm -> whenWarm.run());
        }
    }

    private static ReplaySession warmedUp(ReplaySession started, TaskMonitor monitor) {
        try {
            started.warmUp(monitor);
        } catch (CancellationException e) {
            // That the replay was ended meanwhile is nothing to tell.
            if (monitor.cancelled()) {
                throw e;
            }
        }
        return started;
    }

    /** See {@link Desk#paused}. */
    Optional<PausedReplay> paused(LiveSnapshot now) {
        boolean over = now.state() == State.FINISHED || now.state() == State.FAILED;
        if (session.get().isEmpty() || over || now.step() == 0) {
            return Optional.empty();
        }
        return asked.map(how -> PausedReplay.of(how.store(), how.request(), how.atOnce(), now));
    }

    /** Ends the replay under way. */
    void close() {
        Optional<ReplaySession> running = session.get();
        session.set(Optional.empty());
        running.ifPresent(ReplaySession::close);
    }
}
