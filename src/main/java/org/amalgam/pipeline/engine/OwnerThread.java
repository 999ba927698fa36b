package org.amalgam.pipeline.engine;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.amalgam.kernel.WorkThread;

/**
 * Where a member's work is done, one task after the other: a thread of its own, or the caller's.
 */
final class OwnerThread {

    private final Optional<ExecutorService> thread;

    private OwnerThread(Optional<ExecutorService> thread) {
        this.thread = thread;
    }

    /** A thread of this name. */
    static OwnerThread named(String name) {
        return new OwnerThread(
                Optional.of(Executors.newSingleThreadExecutor(work -> WorkThread.of(work, name))));
    }

    /** Whoever calls. */
    static OwnerThread caller() {
        return new OwnerThread(Optional.empty());
    }

    void run(Runnable task) {
        thread.ifPresentOrElse(own -> own.execute(task), task);
    }

    /** What the task gives; what it throws is thrown here. */
    static <T> T wait(FutureTask<T> task) {
        return wait(task, Long.MAX_VALUE).orElse(null);
    }

    /** The same; empty when it is not done after so long, or gives nothing. */
    static <T> Optional<T> wait(FutureTask<T> task, long nanos) {
        try {
            return Optional.ofNullable(task.get(nanos, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** No more tasks; those under way are done. */
    void end() {
        thread.ifPresent(ExecutorService::shutdown);
    }
}
