package org.amalgam.pipeline.bench;

import java.util.Arrays;
import org.amalgam.kernel.FloatKernels;
import org.amalgam.model.network.GemmRate;
import org.amalgam.pipeline.BenchReport;

/** Measures what no program of this kind could be faster than. */
final class MachineLimits {

    /** Larger than caches that a core has to itself. */
    private static final int FLOATS = 64 << 20;

    private static final int RUNS = 15;

    private MachineLimits() {}

    static BenchReport.Limits measure() {
        return new BenchReport.Limits(
                readGigabytes(), GemmRate.gigaflops(), FloatKernels.best().name());
    }

    /** The median of some runs over all of an array. */
    private static double readGigabytes() {
        float[] floats = new float[FLOATS];
        Arrays.fill(floats, 1);
        long[] nanos = new long[RUNS];
        float lowest = 1;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            lowest = Math.min(lowest, FloatKernels.best().lowest(floats, FLOATS));
            nanos[run] = System.nanoTime() - start;
        }
        if (lowest != 1) {
            throw new IllegalStateException("read " + lowest + " where 1 was written");
        }
        Arrays.sort(nanos);
        return (double) FLOATS * Float.BYTES / nanos[RUNS / 2];
    }
}
