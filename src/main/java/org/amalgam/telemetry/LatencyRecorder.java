package org.amalgam.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.amalgam.domain.LiveSnapshot.Latency;

/**
 * Latency of each stage: over everything, and over the latest steps for the live charts. Belongs to
 * the thread that records; what it returns is immutable.
 *
 * <p>What is recorded is taken as it is. A replay that keeps to a clock and takes long over one
 * event begins the next ones late, and their own short times would hide that wait: coordinated
 * omission (Gil Tene, <i>How NOT to Measure Latency</i>, 2013). {@link
 * Histogram#recordValueWithExpectedInterval} makes up for it where requests come at one known
 * interval. Here every event has a due time of its own, so nothing need be made up: its caller
 * records {@link org.amalgam.domain.LiveSnapshot#RESPONSE}, from when it was due to its end, beside
 * {@link org.amalgam.domain.LiveSnapshot#WHOLE_EVENT}, the time it was worked on.
 */
public final class LatencyRecorder {

    private static final long HIGHEST_NANOS = 600_000_000_000L;
    private static final int DIGITS = 3;

    /** Enough for a chart, and small enough to be summed at every snapshot. */
    private static final int LIVE_DIGITS = 2;

    private static final double NANOS_PER_MILLI = 1e6;

    private final int window;
    private final Map<String, Stage> stages = new LinkedHashMap<>();

    /**
     * @param window the live figures cover the latest {@code window} to {@code 2 × window}
     *     recordings of a stage
     */
    public LatencyRecorder(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("window " + window + " must be ≥ 1");
        }
        this.window = window;
    }

    public void record(String stage, long nanos) {
        stages.computeIfAbsent(stage, name -> new Stage()).record(nanos, window);
    }

    /** Percentiles and maximum over the latest recordings, in order of first recording. */
    public Map<String, Latency> latest() {
        Map<String, Latency> result = new LinkedHashMap<>();
        stages.forEach((name, stage) -> result.put(name, stage.latest()));
        return result;
    }

    /** Percentiles and maximum over all recordings, in order of first recording. */
    public Map<String, Latency> overall() {
        Map<String, Latency> result = new LinkedHashMap<>();
        stages.forEach((name, stage) -> result.put(name, percentiles(stage.overall)));
        return result;
    }

    private static Latency percentiles(Histogram histogram) {
        return new Latency(
                histogram.getValueAtPercentile(50) / NANOS_PER_MILLI,
                histogram.getValueAtPercentile(95) / NANOS_PER_MILLI,
                histogram.getValueAtPercentile(99) / NANOS_PER_MILLI,
                histogram.getMaxValue() / NANOS_PER_MILLI);
    }

    /** Two half-windows in turn: the figures never rest on fewer than one window when full. */
    private static final class Stage {
        private final Histogram overall = new Histogram(HIGHEST_NANOS, DIGITS);
        private final Histogram both = new Histogram(HIGHEST_NANOS, LIVE_DIGITS);
        private Histogram current = new Histogram(HIGHEST_NANOS, LIVE_DIGITS);
        private Histogram previous = new Histogram(HIGHEST_NANOS, LIVE_DIGITS);

        void record(long nanos, int window) {
            long value = Math.min(Math.max(nanos, 0), HIGHEST_NANOS);
            if (current.getTotalCount() >= window) {
                Histogram emptied = previous;
                previous = current;
                current = emptied;
                current.reset();
            }
            overall.recordValue(value);
            current.recordValue(value);
        }

        Latency latest() {
            both.reset();
            both.add(current);
            both.add(previous);
            return percentiles(both);
        }
    }
}
