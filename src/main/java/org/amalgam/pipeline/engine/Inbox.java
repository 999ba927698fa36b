package org.amalgam.pipeline.engine;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders from any thread that wait until the replay thread carries them out. Thread-safe. */
final class Inbox {

    /** Orders that may wait; a person gives a few in the time of one event. */
    static final int MOST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Queue<Runnable> waiting = new ArrayBlockingQueue<>(MOST);
    private final Runnable bell;

    /**
     * @param bell run after each order, by whoever gave it
     */
    Inbox(Runnable bell) {
        this.bell = bell;
    }

    /** Returns whether there was room; where there was none, the order is not carried out. */
    boolean put(Runnable order) {
        boolean taken = waiting.offer(order);
        if (!taken) {
            LOG.warn("{} orders wait for the replay, so one more is refused", MOST);
        }
        bell.run();
        return taken;
    }

    /** An answer given on the replay thread; one that fails where there was no room. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        boolean taken =
                put(
                        () -> {
                            try {
                                answer.complete(question.get());
                            } catch (RuntimeException e) {
                                answer.completeExceptionally(e);
                            }
                        });
        if (!taken) {
            answer.completeExceptionally(
                    new RejectedExecutionException("too many orders wait for the replay"));
        }
        return answer;
    }

    /** For the replay thread, between two events. */
    void carryOut() {
        for (Runnable order = waiting.poll(); order != null; order = waiting.poll()) {
            order.run();
        }
    }
}
