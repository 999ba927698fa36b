package org.amalgam.config;

import java.time.Duration;

/**
 * How a growing log is followed. All but {@code poll} are about the log's own times and lines, so
 * one file gives one replay, however fast it grew.
 *
 * @param lateness how far behind the latest event time an event may come and still be put in its
 *     place; ≥ 0
 * @param leap an event further ahead than this is believed only when the next one is that far too;
 *     above 0
 * @param mostHeld so many events at most are held for those that may have to go before them; ≥ 1
 * @param queue so many events at most wait between reading and replaying; ≥ 1
 * @param poll how often the file is looked at; above 0
 */
public record FollowSettings(
        Duration lateness, Duration leap, int mostHeld, int queue, Duration poll) {

    public FollowSettings {
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("lateness " + lateness + " must be ≥ 0");
        }
        if (leap.isNegative() || leap.isZero() || poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("leap " + leap + ", poll " + poll + " must be > 0");
        }
        if (mostHeld < 1 || queue < 1) {
            throw new IllegalArgumentException("held " + mostHeld + ", queue " + queue);
        }
    }

    /**
     * Two seconds: servers that keep their clocks by the network differ by less than one, and
     * loggers that collect lines write them at least every second. Whoever waits longer is shown
     * every event that much later.
     */
    public static FollowSettings defaults() {
        return new FollowSettings(
                Duration.ofSeconds(2), Duration.ofHours(1), 65_536, 4_096, Duration.ofMillis(200));
    }

    /** The same with another lateness. */
    public FollowSettings withLateness(Duration other) {
        return new FollowSettings(other, leap, mostHeld, queue, poll);
    }
}
