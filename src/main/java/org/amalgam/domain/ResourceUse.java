package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What this process takes of its machine, since somebody began to measure.
 *
 * @param heapMb in use now, garbage included
 * @param heapLimitMb what the heap may grow to
 * @param heapAfterGcMb in use right after the last collection: what is really needed; empty before
 *     the first one
 * @param heapPeakMb the most that was seen in use, garbage included
 * @param gcCount collections
 * @param gcMillis time they took
 * @param longestPauseMillis the longest pause for a collection
 * @param recentPauseMillis the longest one of the last minute
 * @param cpuLoad share of all processors, 0 to 1, over the last second or so
 * @param meanCpuLoad the same over everything
 */
public record ResourceUse(
        double heapMb,
        double heapLimitMb,
        Optional<Double> heapAfterGcMb,
        double heapPeakMb,
        long gcCount,
        long gcMillis,
        long longestPauseMillis,
        long recentPauseMillis,
        double cpuLoad,
        double meanCpuLoad) {

    public ResourceUse {
        requireNonNull(heapAfterGcMb, "heapAfterGcMb");
    }
}
