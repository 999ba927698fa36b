package org.amalgam.ui.desk;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Does one kind of work off the screens' thread, of which only the latest counts: what was asked
 * before and is not done yet is left undone, or its result is dropped. Called on the screens'
 * thread only.
 */
public final class Background {

    private final Executor worker;
    private final Executor foreground;
    private final AtomicLong newest = new AtomicLong();

    /** Tests pass {@code Runnable::run} twice. */
    public Background(Executor worker, Executor foreground) {
        this.worker = worker;
        this.foreground = foreground;
    }

    /** With a thread of this name, which ends with the program, and the FX thread in front. */
    public static Background named(String name) {
        return new Background(thread(name), Platform::runLater);
    }

    /** A thread of this name for work one after the other, which ends with the program. */
    public static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                work -> {
                    Thread made = new Thread(work, name);
                    made.setDaemon(true);
                    return made;
                });
    }

    /** The same threads for work of another kind. */
    public Background sibling() {
        return new Background(worker, foreground);
    }

    /**
     * Begins work and returns.
     *
     * @param done gets the result on the screens' thread, unless other work was begun since
     * @param failed likewise gets what was thrown
     */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        long ticket = forget();
        worker.execute(
                () -> {
                    if (ticket == newest.get()) {
                        Runnable ending = attempt(work, done, failed);
                        foreground.execute(
                                () -> {
                                    if (ticket == newest.get()) {
                                        ending.run();
                                    }
                                });
                    }
                });
    }

    private static <T> Runnable attempt(
            Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> failed.accept(e);
        } catch (Exception e) {
            return () -> failed.accept(e);
        }
    }

    /** Does something in the background that nobody waits for. */
    public void later(Runnable work) {
        worker.execute(work);
    }

    /** Does something on the screens' thread. */
    public void show(Runnable work) {
        foreground.execute(work);
    }

    /** Drops what is under way; returns the ticket of what comes next. */
    public long forget() {
        return newest.incrementAndGet();
    }
}
