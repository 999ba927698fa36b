package org.amalgam.ui.desk;

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
 * Called on the screens' thread only.
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
    private final Executor foreground;
    private final Runnable closing;
    private final ReadOnlyObjectWrapper<Optional<RunningTask>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private final ObservableList<RunningTask> tasks = FXCollections.observableArrayList();
    // Kept here: a read-only view hears of changes only as long as somebody holds it.
    private final ObservableList<RunningTask> shownTasks =
            FXCollections.unmodifiableObservableList(tasks);
    private Consumer<Exception> onFailure = failure -> {};

    /** Tests pass {@code Runnable::run} twice. */
    public TaskRunner(Executor background, Executor foreground) {
        this(background, foreground, () -> {});
    }

    private TaskRunner(Executor background, Executor foreground, Runnable closing) {
        this.background = background;
        this.foreground = foreground;
        this.closing = closing;
    }

    /** With one background thread and the FX thread in front. */
    public static TaskRunner forWindow() {
        ExecutorService worker = Background.thread("amalgam-window-work");
        return new TaskRunner(worker, Platform::runLater, worker::shutdown);
    }

    /** Who hears of work that failed, on the screens' thread. */
    public void setOnFailure(Consumer<Exception> onFailure) {
        this.onFailure = onFailure;
    }

    /**
     * Begins work and returns at once.
     *
     * @param whenDone gets the result on the screens' thread; it may begin the next work
     * @return false when other work is under way; then nothing happens
     */
    public <T> boolean run(String titleKey, Work<T> work, Consumer<T> whenDone) {
        if (current.get().isPresent()) {
            return false;
        }
        RunningTask task = new RunningTask(titleKey, foreground, System::nanoTime);
        tasks.add(0, task);
        if (tasks.size() > MOST_TASKS) {
            tasks.remove(MOST_TASKS, tasks.size());
        }
        current.set(Optional.of(task));
        background.execute(() -> attempt(work, task, whenDone));
        return true;
    }

    // The guard around all work of the window: whatever fails is shown, and the window goes on.
    private <T> void attempt(Work<T> work, RunningTask task, Consumer<T> whenDone) {
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
                    current.set(Optional.empty());
                    last.run();
                });
    }

    /** Work under way and the latest that ended, newest first. */
    public ObservableList<RunningTask> tasks() {
        return shownTasks;
    }

    /** The work under way. */
    public ReadOnlyObjectProperty<Optional<RunningTask>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** A new binding that is true while there is work. */
    public BooleanBinding busy() {
        return new BooleanBinding() {
            {
                bind(current);
            }

            @Override
            protected boolean computeValue() {
                return current.get().isPresent();
            }
        };
    }

    /** Asks the work under way to stop. */
    public void cancel() {
        current.get().ifPresent(RunningTask::cancel);
    }

    @Override
    public void close() {
        cancel();
        closing.run();
    }
}
