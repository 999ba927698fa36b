package org.amalgam.pipeline.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Times the stages of one step from outside. */
public final class StageClock {

    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private final long start = System.nanoTime();
    private long since = start;

    /** The time since the last lap belongs to this stage. */
    public void lap(String stage) {
        long now = System.nanoTime();
        nanos.merge(stage, now - since, Long::sum);
        since = now;
    }

    /** Names the sum of two stages. */
    void sum(String name, String one, String other) {
        nanos.put(name, nanos.get(one) + nanos.get(other));
    }

    /** Adds times measured elsewhere, which overlap with a lap. */
    public void add(Map<String, Long> others) {
        nanos.putAll(others);
    }

    /** Time that had passed since then when the clock was made, at least 0. */
    long lateFor(long dueNanos) {
        return Math.max(0, start - dueNanos);
    }

    /** Time since the clock was made. */
    long sinceStart() {
        return System.nanoTime() - start;
    }

    public Map<String, Long> nanos() {
        return nanos;
    }
}
