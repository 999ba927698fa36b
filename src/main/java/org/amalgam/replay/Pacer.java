package org.amalgam.replay;

import java.time.Duration;
import java.time.Instant;

/**
 * Holds the replay thread back until the next event is due. Any thread may play, pause, step,
 * change the speed or close; the waiting thread reacts at once. Thread-safe.
 */
public final class Pacer {

    private final VirtualClock clock;
    private final Runnable beforeWaiting;
    private boolean playing;
    private boolean closed;
    private int steps;
    private boolean resumed;
    private Duration lag = Duration.ZERO;

    /**
     * Starts paused.
     *
     * @param beforeWaiting run by the waiting thread whenever it is about to wait, and again after
     *     each change, so that it can carry out orders and show where things stand
     */
    public Pacer(VirtualClock clock, Runnable beforeWaiting) {
        this.clock = clock;
        this.beforeWaiting = beforeWaiting;
    }

    public synchronized void play() {
        resumed |= !playing;
        playing = true;
        notifyAll();
    }

    public synchronized void pause() {
        playing = false;
        steps = 0;
        notifyAll();
    }

    /** Lets one more step through, whatever the clock says, and then pauses. */
    public synchronized void step() {
        playing = false;
        steps++;
        notifyAll();
    }

    public synchronized void speed(double factor) {
        clock.speed(factor);
        resumed = true;
        notifyAll();
    }

    public synchronized double speed() {
        return clock.speed();
    }

    public synchronized boolean isPlaying() {
        return playing || steps > 0;
    }

    /** How far the latest event let through was behind the clock; zero at infinite speed. */
    public synchronized Duration lag() {
        return lag;
    }

    /** Makes a waiting replay thread look around, though nothing has changed here. */
    public synchronized void wake() {
        notifyAll();
    }

    /** Ends all waiting; nothing is let through any more. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** A step has been used up, by an event that counts as one. */
    public synchronized void stepTaken() {
        steps = Math.max(0, steps - 1);
    }

    /**
     * Waits until an event is due and playing allows it.
     *
     * @return whether the event may be replayed; false after {@link #close}
     */
    public synchronized boolean await(Instant eventTime) throws InterruptedException {
        while (!closed) {
            if (steps > 0) {
                resumed = true;
                lag = Duration.ZERO;
                return true;
            }
            if (!playing) {
                beforeWaiting.run();
                wait();
                continue;
            }
            if (resumed) {
                clock.restartAt(eventTime);
                resumed = false;
            }
            Duration wait = clock.untilDue(eventTime);
            if (wait.isZero() || wait.isNegative()) {
                lag = wait.negated();
                return true;
            }
            beforeWaiting.run();
            wait(Math.max(0, wait.toMillis()), wait.toNanosPart() % 1_000_000);
        }
        return false;
    }
}
