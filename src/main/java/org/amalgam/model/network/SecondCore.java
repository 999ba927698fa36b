package org.amalgam.model.network;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.amalgam.kernel.WorkThread;

/**
 * A thread that waits for pieces of work of a fraction of a millisecond. It spins between them: a
 * thread that is woken for each starts on its waker's core and gains nothing (measured with the
 * common pool: none at all, at pieces from 20 µs to 2 ms).
 */
final class SecondCore {

    /** How long it spins before it sleeps: longer than any part of a step that one core does. */
    private static final long SPIN_NANOS = 5_000_000;

    /** How long nothing is offered after a piece that took more than twice as long as its twin. */
    private static final long REST_NANOS = 50_000_000;

    /** What a hand-over may take in any case. */
    private static final long GRACE_NANOS = 100_000;

    private static final int IDLE = 0;
    private static final int CLAIMED = 1;
    private static final int OFFERED = 2;
    private static final int RUNNING = 3;
    private static final int DONE = 4;

    private final AtomicInteger users = new AtomicInteger();
    private final AtomicInteger state = new AtomicInteger(IDLE);
    private volatile Thread thread;
    private volatile boolean asleep;

    // Handed over by the changes of state.
    private Runnable work;
    private Throwable failure;
    private long offeredAt;

    /** Other programs have the second core until then. */
    private volatile long restUntil = System.nanoTime();

    /** Says that the calling thread is about to compute for long. */
    void enter() {
        if (Runtime.getRuntime().availableProcessors() > 1) {
            start();
        }
        users.incrementAndGet();
    }

    /** Says that it has ended. */
    void leave() {
        users.decrementAndGet();
    }

    private synchronized void start() {
        if (thread == null) {
            thread = WorkThread.of(this::serve, "second-core");
            thread.start();
        }
    }

    /**
     * Offers a piece of work, which {@link #finish} has then to be called for.
     *
     * @return false when there is no core for it
     */
    boolean offer(Runnable piece) {
        if (users.get() != 1 || thread == null || System.nanoTime() - restUntil < 0) {
            return false;
        }
        if (!state.compareAndSet(IDLE, CLAIMED)) {
            return false;
        }
        work = piece;
        offeredAt = System.nanoTime();
        state.set(OFFERED);
        if (asleep) {
            LockSupport.unpark(thread);
        }
        return true;
    }

    /** Waits for the piece, or does it here if it has not been begun. */
    void finish() {
        if (state.compareAndSet(OFFERED, CLAIMED)) {
            Runnable piece = work;
            state.set(IDLE);
            piece.run();
            return;
        }
        long here = System.nanoTime();
        while (state.get() != DONE) {
            Thread.onSpinWait();
        }
        long there = System.nanoTime();
        if (there - here > here - offeredAt + GRACE_NANOS) {
            restUntil = there + REST_NANOS;
        }
        Throwable thrown = failure;
        failure = null;
        state.set(IDLE);
        if (thrown != null) {
            throw new IllegalStateException("half of the work failed", thrown);
        }
    }

    private void serve() {
        long idleSince = System.nanoTime();
        while (true) {
            if (state.get() == OFFERED && state.compareAndSet(OFFERED, RUNNING)) {
                run();
                idleSince = System.nanoTime();
            } else if (System.nanoTime() - idleSince > SPIN_NANOS) {
                sleep();
                idleSince = System.nanoTime();
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private void run() {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            state.set(DONE);
        }
    }

    private void sleep() {
        asleep = true;
        // Offers that came before the line above do not wake it, so look once more.
        if (state.get() != OFFERED) {
            LockSupport.park(this);
        }
        asleep = false;
    }
}
