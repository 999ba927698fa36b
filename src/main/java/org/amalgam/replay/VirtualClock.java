package org.amalgam.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Event time as a function of real time: event time = anchor + speed × real time since the anchor.
 * A change of speed or a pause moves the anchor, so the clock never jumps. Not thread-safe.
 */
public final class VirtualClock {

    private final LongSupplier nanoTime;
    private Instant anchorTime;
    private long anchorNanos;
    private double speed;

    /**
     * @param start event time now
     * @param speed event time per real time, above 0; infinite makes every event due at once
     * @param nanoTime a monotonic clock such as {@link System#nanoTime}
     */
    public VirtualClock(Instant start, double speed, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.anchorTime = start;
        this.anchorNanos = nanoTime.getAsLong();
        this.speed = requirePositive(speed);
    }

    public double speed() {
        return speed;
    }

    /** Goes on from now at another speed. */
    public void speed(double newSpeed) {
        requirePositive(newSpeed);
        if (!Double.isInfinite(speed)) {
            anchorTime = now();
        }
        anchorNanos = nanoTime.getAsLong();
        speed = newSpeed;
    }

    /**
     * Goes on from this event time, now: after a pause, a step by hand or a stretch at full speed.
     */
    public void restartAt(Instant eventTime) {
        anchorTime = eventTime;
        anchorNanos = nanoTime.getAsLong();
    }

    /** Goes on so that this event time is due in so much real time from now. */
    void jumpTo(Instant eventTime, Duration wait) {
        anchorTime = eventTime.minusNanos((long) (wait.toNanos() * speed));
        anchorNanos = nanoTime.getAsLong();
    }

    /** Event time now; at infinite speed the time of the latest anchor. */
    public Instant now() {
        if (Double.isInfinite(speed)) {
            return anchorTime;
        }
        return anchorTime.plusNanos((long) ((nanoTime.getAsLong() - anchorNanos) * speed));
    }

    /** Real time until an event is due; negative by as much as the clock is ahead of it. */
    public Duration untilDue(Instant eventTime) {
        if (Double.isInfinite(speed)) {
            return Duration.ZERO;
        }
        double eventNanos = Duration.between(anchorTime, eventTime).toNanos() / speed;
        return Duration.ofNanos((long) eventNanos - (nanoTime.getAsLong() - anchorNanos));
    }

    /**
     * When an event is due, by the clock that {@code nanoTime} reads; empty at infinite speed,
     * where nothing is due at any time.
     */
    public OptionalLong dueAt(Instant eventTime) {
        if (Double.isInfinite(speed)) {
            return OptionalLong.empty();
        }
        double eventNanos = Duration.between(anchorTime, eventTime).toNanos() / speed;
        return OptionalLong.of(anchorNanos + (long) eventNanos);
    }

    private static double requirePositive(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed " + speed + " must be above 0");
        }
        return speed;
    }
}
