package org.amalgam.telemetry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What collections of garbage cost and left. Not thread-safe. */
final class GarbageLog {

    private static final long RECENT_NANOS = 60_000_000_000L;

    private final Deque<Pause> recent = new ArrayDeque<>();
    private Optional<Double> afterMb = Optional.empty();
    private double peakMb;
    private long count;
    private long millis;
    private long longest;

    private record Pause(long endedAt, long millis) {}

    /**
     * A collection is over.
     *
     * @param collector as the JVM names it; {@code Cycles} and {@code Concurrent} stand for work
     *     beside the program, during which nobody pauses
     * @param beforeMb heap in use when it began
     * @param afterMb heap in use when it ended
     */
    void collected(long endedAt, String collector, long lasted, double beforeMb, double afterMb) {
        count++;
        millis += lasted;
        this.afterMb = Optional.of(afterMb);
        inUse(beforeMb);
        if (!collector.contains("Cycles") && !collector.contains("Concurrent")) {
            longest = Math.max(longest, lasted);
            recent.add(new Pause(endedAt, lasted));
        }
    }

    /** The heap was seen this full. */
    void inUse(double heapMb) {
        peakMb = Math.max(peakMb, heapMb);
    }

    Optional<Double> afterMb() {
        return afterMb;
    }

    double peakMb() {
        return peakMb;
    }

    long count() {
        return count;
    }

    long millis() {
        return millis;
    }

    long longest() {
        return longest;
    }

    /** The longest pause of the minute before now; 0 without any. */
    long longestSince(long now) {
        while (!recent.isEmpty() && now - recent.peek().endedAt() > RECENT_NANOS) {
            recent.remove();
        }
        return recent.stream().mapToLong(Pause::millis).max().orElse(0);
    }
}
