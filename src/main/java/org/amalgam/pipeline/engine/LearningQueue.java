package org.amalgam.pipeline.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches that were handed over to one member and not yet learned from, oldest first. Bounded:
 * where {@value #MOST_AHEAD} wait, the replay thread waits until one is done, so no batch is lost
 * to a member that is slow, however fast events come. One that hangs is not waited for more than
 * once; up to {@value #MOST_WAITING} batches then wait for it, and those beyond are dropped and
 * counted. Calls come from the replay thread only.
 */
final class LearningQueue {

    /** Batches that may wait for a member that learns, the one it is learning from among them. */
    static final int MOST_AHEAD = 8;

    /** Batches that may wait for one that hangs; a member this far behind is not coming back. */
    static final int MOST_WAITING = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(LearningQueue.class);

    private final String member;
    private final Deque<FutureTask<?>> waiting = new ArrayDeque<>();
    private long dropped;

    /** The batch that was waited for in vain; there is no waiting until it is done. */
    private Optional<FutureTask<?>> givenUp = Optional.empty();

    /**
     * @param member for the log
     */
    LearningQueue(String member) {
        this.member = member;
    }

    /**
     * Makes room for one batch.
     *
     * @param patience nanoseconds to wait for it
     * @return false where there is none: then the batch is to be dropped, and is counted as that
     */
    boolean makeRoom(long patience) {
        forgetDone();
        // One for one: more would stop the replay until a member that hung has made up for it all.
        if (waiting.size() >= MOST_AHEAD && !givenUp.equals(Optional.of(waiting.peek()))) {
            OwnerThread.wait(waiting.peek(), patience);
            if (!waiting.peek().isDone()) {
                givenUp = Optional.of(waiting.peek());
            }
            forgetDone();
        }
        if (isFull()) {
            drop();
            return false;
        }
        return true;
    }

    /** They are done in the order in which they were handed over. */
    private void forgetDone() {
        while (!waiting.isEmpty() && waiting.peek().isDone()) {
            waiting.remove();
        }
    }

    private void drop() {
        if (dropped == 0) {
            LOG.warn(
                    "{} hangs and {} batches wait for it: it will not learn from those that come",
                    member,
                    MOST_WAITING);
        }
        dropped++;
    }

    /** Whether as many wait as ever may. */
    boolean isFull() {
        return waiting.size() >= MOST_WAITING;
    }

    /** A batch has been handed over; after room was made for it. */
    void add(FutureTask<?> batch) {
        waiting.add(batch);
    }

    /** Batches that were dropped so far. */
    long dropped() {
        return dropped;
    }
}
