package org.amalgam.ui.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Does long work in the background, one piece at a time, and hands results to the screens' thread.
 * Other work, also one piece at a time, may go on beside it. Called on the screens' thread only.
 */
public final class TaskRunner implements AutoCloseable {

    /** So many pieces of work are remembered. */
    static final int MOST_TASKS = 30;

    /** Long work; runs on the background thread. */
    @FunctionalInterface
    public interface Work<T> {
        T run(TaskMonitor monitor) throws Exception;
    }

    private final Executor background;
    private final Executor aside;
    private final Executor foreground;
    private final Runnable closing;
    private final ReadOnlyObjectWrapper<Optional<RunningTask>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private Optional<RunningTask> alone = Optional.empty();
    private final Deque<RunningTask> beside = new ArrayDeque<>();
    private final ObservableList<RunningTask> tasks = FXCollections.observableArrayList();
    // Kept here: a read-only view hears of changes only as long as somebody holds it.
    private final ObservableList<RunningTask> shownTasks =
            FXCollections.unmodifiableObservableList(tasks);
    private Consumer<Exception> onFailure = failure -> {};

    /**
     * @param foreground does one thing at a time, as the screens' thread does
     */
    public TaskRunner(Executor background, Executor foreground) {
        this(background, background, foreground, () -> {});
    }

    private TaskRunner(Executor background, Executor aside, Executor foreground, Runnable closing) {
        this.background = background;
        this.aside = aside;
        this.foreground = foreground;
        this.closing = closing;
    }

    /** With background threads and the FX thread in front. */
    public static TaskRunner forWindow() {
        ExecutorService worker = Background.thread("amalgam-window-work");
        ExecutorService other = Background.thread("amalgam-work-beside");
        return new TaskRunner(
                worker,
                other,
                Platform::runLater,
                () -> {
                    worker.shutdown();
                    other.shutdown();
                });
    }

    /** Who hears of work that failed, on the screens' thread. */
    public void setOnFailure(Consumer<Exception> onFailure) {
        this.onFailure = onFailure;
    }

    /**
     * Begins work and returns at once.
     *
     * @param whenDone gets the result on the screens' thread; it may begin the next work
     * @return false when other work is under way, unless that goes on beside; then nothing happens
     */
    public <T> boolean run(String titleKey, Work<T> work, Consumer<T> whenDone) {
        if (isBusy()) {
            return false;
        }
        RunningTask task = listed(titleKey);
        alone = Optional.of(task);
        show();
        background.execute(() -> attempt(work, task, () -> alone = Optional.empty(), whenDone));
        return true;
    }

    /** Begins work that other work need not wait for; it waits for more of its kind. */
    public <T> void runBeside(String titleKey, Work<T> work, Consumer<T> whenDone) {
        RunningTask task = listed(titleKey);
        beside.add(task);
        show();
        aside.execute(() -> attempt(work, task, () -> beside.remove(task), whenDone));
    }

    private RunningTask listed(String titleKey) {
        RunningTask task = new RunningTask(titleKey, foreground, System::nanoTime);
        tasks.add(0, task);
        if (tasks.size() > MOST_TASKS) {
            tasks.remove(MOST_TASKS, tasks.size());
        }
        return task;
    }

    private void show() {
        current.set(alone.or(() -> Optional.ofNullable(beside.peek())));
    }

    // The guard around all work of the window: whatever fails is shown, and the window goes on.
    private <T> void attempt(Work<T> work, RunningTask task, Runnable over, Consumer<T> whenDone) {
        Runnable ending;
        Optional<Exception> failure = Optional.empty();
        try {
            T result = work.run(task);
            ending = () -> whenDone.accept(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = Optional.of(e);
            ending = () -> onFailure.accept(e);
        } catch (Exception e) {
            failure = Optional.of(e);
            ending = () -> onFailure.accept(e);
        }
        Runnable last = ending;
        Optional<Exception> outcome = failure;
        foreground.execute(
                () -> {
                    task.end(outcome);
                    over.run();
                    show();
                    last.run();
                });
    }

    /** Work under way and the latest that ended, newest first. */
    public ObservableList<RunningTask> tasks() {
        return shownTasks;
    }

    /** The work under way; that which goes on beside where there is no other. */
    public ReadOnlyObjectProperty<Optional<RunningTask>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Whether there is work that other work has to wait for. */
    public boolean isBusy() {
        return alone.isPresent();
    }

    /** A new binding that is true while there is such work. */
    public BooleanBinding busy() {
        return new BooleanBinding() {
            {
                bind(current);
            }

            @Override
            protected boolean computeValue() {
                return isBusy();
            }
        };
    }

    /** Asks the work under way to stop. */
    public void cancel() {
        current.get().ifPresent(RunningTask::cancel);
    }

    @Override
    public void close() {
        alone.ifPresent(RunningTask::cancel);
        beside.forEach(RunningTask::cancel);
        closing.run();
    }
}
