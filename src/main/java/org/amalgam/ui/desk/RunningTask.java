package org.amalgam.ui.desk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * One piece of long work as screens see it. The worker reports through the monitor from any thread;
 * properties change on the screens' thread only.
 */
public final class RunningTask implements TaskMonitor {

    /** {@link #fractionProperty} while nobody knows how much there is to do. */
    public static final double UNKNOWN = -1;

    /** Whether it goes on, or how it ended. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    private final String titleKey;
    private final Executor foreground;
    private final LongSupplier nanoTime;
    private final long begunNanos;
    private long endedNanos;
    private Optional<Exception> failure = Optional.empty();
    private Optional<Stage> shownStage = Optional.empty();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", State.RUNNING);
    private final AtomicBoolean cancelled = new AtomicBoolean();
    // Newest by stage, for stages run side by side; guarded by itself.
    private final Map<String, Progress> newest = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper(this, "detail", "");
    private final ReadOnlyDoubleWrapper fraction =
            new ReadOnlyDoubleWrapper(this, "fraction", UNKNOWN);
    private final ObservableList<Stage> stages = FXCollections.observableArrayList();
    // Kept here: a read-only view hears of changes only as long as somebody holds it.
    private final ObservableList<Stage> shownStages =
            FXCollections.unmodifiableObservableList(stages);

    /**
     * @param nanoTime a clock that only goes forward
     */
    RunningTask(String titleKey, Executor foreground, LongSupplier nanoTime) {
        this.titleKey = titleKey;
        this.foreground = foreground;
        this.nanoTime = nanoTime;
        this.begunNanos = nanoTime.getAsLong();
    }

    private record Progress(String what, double fraction, long nanos) {}

    @Override
    public void progress(String what, long done, long total) {
        double share = total > 0 ? Math.min(1.0, (double) done / total) : UNKNOWN;
        boolean first;
        synchronized (newest) {
            first = newest.isEmpty();
            newest.put(stageIn(what), new Progress(what, share, nanoTime.getAsLong()));
        }
        if (first) {
            foreground.execute(this::show);
        }
    }

    private void show() {
        Map<String, Progress> taken;
        synchronized (newest) {
            taken = new LinkedHashMap<>(newest);
            newest.clear();
        }
        taken.forEach((name, progress) -> stageOf(name).show(progress));
        // One line for all: the earliest that is not done, so that it does not jump to and fro.
        stages.stream()
                .filter(stage -> stage.fraction.get() < 1)
                .findFirst()
                .or(() -> stages.isEmpty() ? Optional.empty() : Optional.of(last()))
                .ifPresent(this::showWhole);
    }

    private Stage last() {
        return stages.get(stages.size() - 1);
    }

    private void showWhole(Stage stage) {
        shownStage = Optional.of(stage);
        detail.set(stage.text.get());
        fraction.set(stage.fraction.get());
    }

    /** What comes before the first comma names the stage: "lstm, epoch 2 of 6" is lstm's. */
    private static String stageIn(String what) {
        int comma = what.indexOf(',');
        return comma < 0 ? what : what.substring(0, comma);
    }

    private Stage stageOf(String name) {
        for (Stage stage : stages) {
            if (stage.name().equals(name)) {
                return stage;
            }
        }
        Stage added = new Stage(name);
        stages.add(added);
        return added;
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }

    /** Asks the work to stop at the next good moment. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Notes how the work ended. */
    void end(Optional<Exception> why) {
        endedNanos = nanoTime.getAsLong();
        failure = why;
        boolean stopped = why.filter(CancellationException.class::isInstance).isPresent();
        state.set(why.isEmpty() ? State.DONE : stopped ? State.CANCELLED : State.FAILED);
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why it failed or was cancelled. */
    public Optional<Exception> failure() {
        return failure;
    }

    /** Since it was begun, until now or its end. */
    public Duration elapsed() {
        boolean running = state.get() == State.RUNNING;
        return Duration.ofNanos((running ? nanoTime.getAsLong() : endedNanos) - begunNanos);
    }

    /**
     * How long the part that is shown still takes, at its pace so far; empty when nobody can tell.
     */
    public Optional<Duration> remaining() {
        return shownStage
                .filter(stage -> state.get() == State.RUNNING)
                .flatMap(stage -> stage.pace.left(nanoTime.getAsLong()));
    }

    /** Key of what is being done. */
    public String titleKey() {
        return titleKey;
    }

    /** What the worker said last of the earliest stage that is not done. */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** 0 to 1, or {@link #UNKNOWN}. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What was begun so far, in order; each has a bar of its own. */
    public ObservableList<Stage> stages() {
        return shownStages;
    }

    /** One part of the work. */
    public static final class Stage {
        private final String name;
        private final Pace pace = new Pace();
        private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
        private final ReadOnlyDoubleWrapper fraction =
                new ReadOnlyDoubleWrapper(this, "fraction", UNKNOWN);

        Stage(String name) {
            this.name = name;
        }

        private void show(Progress progress) {
            text.set(progress.what());
            fraction.set(progress.fraction());
            if (progress.fraction() >= 0) {
                pace.report(progress.fraction(), progress.nanos());
            }
        }

        public String name() {
            return name;
        }

        public ReadOnlyStringProperty textProperty() {
            return text.getReadOnlyProperty();
        }

        public ReadOnlyDoubleProperty fractionProperty() {
            return fraction.getReadOnlyProperty();
        }
    }
}
