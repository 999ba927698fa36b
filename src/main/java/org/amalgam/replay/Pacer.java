package org.amalgam.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Holds the replay thread back until the next event is due. Silence of {@link #SILENCE} and longer
 * is not waited out: the clock jumps, so that the event that ends it is due {@link
 * #LONGEST_SILENCE} after the one before. Any thread may play, pause, step, change the speed or
 * close; the waiting thread reacts at once. Thread-safe.
 */
public final class Pacer {

    /** Event time without any event after which nobody's visit is running: that of a session. */
    public static final Duration SILENCE = Duration.ofMinutes(30);

    /** Real time for which a silence is waited at the most: so long that one sees it is one. */
    public static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    /** Until something changes, that is. */
    private static final Duration PAUSED = Duration.ofDays(1);

    private final VirtualClock clock;
    private final Runnable beforeWaiting;
    private boolean playing;
    private boolean closed;
    private int steps;
    private boolean resumed;

    /**
     * Counts what may concern a waiting thread, so that it misses nothing while it looks around.
     */
    private long changes;

    private Duration lag = Duration.ZERO;
    private OptionalLong due = OptionalLong.empty();
    private Optional<Instant> latest = Optional.empty();

    /**
     * Starts paused.
     *
     * @param beforeWaiting run by the waiting thread whenever it is about to wait, and again after
     *     each change, so that it can carry out orders and show where things stand. It may take its
     *     time: nobody else is held up meanwhile.
     */
    public Pacer(VirtualClock clock, Runnable beforeWaiting) {
        this.clock = clock;
        this.beforeWaiting = beforeWaiting;
    }

    public synchronized void play() {
        resumed |= !playing;
        playing = true;
        changed();
    }

    public synchronized void pause() {
        playing = false;
        steps = 0;
        changed();
    }

    /** Lets one more step through, whatever the clock says, and then pauses. */
    public synchronized void step() {
        playing = false;
        steps++;
        changed();
    }

    public synchronized void speed(double factor) {
        clock.speed(factor);
        resumed = true;
        changed();
    }

    public synchronized double speed() {
        return clock.speed();
    }

    public synchronized boolean isPlaying() {
        return playing || steps > 0;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** How far the latest event let through was behind the clock; zero at infinite speed. */
    public synchronized Duration lag() {
        return lag;
    }

    /**
     * When the latest event let through was due, as {@link System#nanoTime} counts; empty at
     * infinite speed and for a step by hand.
     */
    public synchronized OptionalLong due() {
        return due;
    }

    /** Event time now: events up to it are due. Empty while nothing is due by a clock. */
    public synchronized Optional<Instant> dueUntil() {
        boolean paced = playing && !resumed && !Double.isInfinite(clock.speed());
        return paced ? Optional.of(clock.now()) : Optional.empty();
    }

    /**
     * Up to when events may be known: those that are due by the clock, all at infinite speed, and
     * none but the next when stepped by hand.
     */
    public synchronized Instant knownUntil() {
        if (!playing) {
            return Instant.MIN;
        }
        return Double.isInfinite(clock.speed()) ? Instant.MAX : dueUntil().orElse(Instant.MIN);
    }

    /** Makes a waiting replay thread look around, though nothing has changed here. */
    public synchronized void wake() {
        changed();
    }

    /** The replay is somewhere else now, and its clock goes on from there. */
    public synchronized void relocated() {
        resumed = true;
        latest = Optional.empty();
        changed();
    }

    /** Ends all waiting; nothing is let through any more. */
    public synchronized void close() {
        closed = true;
        changed();
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    /** A step has been used up, by an event that counts as one. */
    public synchronized void stepTaken() {
        steps = Math.max(0, steps - 1);
    }

    /**
     * Waits until an event is due and playing allows it, or something changes.
     *
     * @return whether the event may be replayed now; if not, the caller looks around and asks again
     *     unless this is closed
     */
    public boolean await(Instant eventTime) throws InterruptedException {
        long seen;
        synchronized (this) {
            if (closed || mayPass(eventTime)) {
                return !closed;
            }
            seen = changes;
        }
        beforeWaiting.run();
        synchronized (this) {
            long millis = millisUntilDue(eventTime);
            while (changes == seen && millis > 0) {
                wait(millis);
                millis = millisUntilDue(eventTime);
            }
        }
        return false;
    }

    /** Waits until something changes, for there is no event to come. */
    public void awaitChange() throws InterruptedException {
        long seen;
        synchronized (this) {
            seen = changes;
        }
        beforeWaiting.run();
        synchronized (this) {
            while (changes == seen && !closed) {
                wait();
            }
        }
    }

    private boolean mayPass(Instant eventTime) {
        if (steps > 0) {
            resumed = true;
            lag = Duration.ZERO;
            due = OptionalLong.empty();
            latest = Optional.of(eventTime);
            return true;
        }
        if (!playing) {
            return false;
        }
        if (resumed) {
            clock.restartAt(eventTime);
            resumed = false;
        }
        Duration wait = clock.untilDue(eventTime);
        if (wait.compareTo(LONGEST_SILENCE) > 0 && endsSilence(eventTime)) {
            clock.jumpTo(eventTime, LONGEST_SILENCE);
            return false;
        }
        if (wait.isZero() || wait.isNegative()) {
            lag = wait.negated();
            due = clock.dueAt(eventTime);
            latest = Optional.of(eventTime);
            return true;
        }
        return false;
    }

    private boolean endsSilence(Instant eventTime) {
        return latest.filter(time -> !eventTime.isBefore(time.plus(SILENCE))).isPresent();
    }

    /** Rounded up; not positive when it is due. */
    private long millisUntilDue(Instant eventTime) {
        Duration wait = playing ? clock.untilDue(eventTime) : PAUSED;
        return wait.plusNanos(999_999).toMillis();
    }
}
