package org.amalgam.model.network;

import java.util.Arrays;
import org.amalgam.model.network.Gemm.Operand;

/** What this machine's matrix product gives at the size of a training step's largest. */
public final class GemmRate {

    private static final int COLUMNS = 2_176;
    private static final int TARGETS = 128;
    private static final int WIDTH = 112;
    private static final int RUNS = 25;

    private GemmRate() {}

    /** Billions of floating-point operations a second on one core, the median of some runs. */
    public static double gigaflops() {
        try (NativeFloats rows = new NativeFloats();
                NativeFloats queries = new NativeFloats();
                NativeFloats scores = new NativeFloats()) {
            fill(rows, COLUMNS * WIDTH);
            fill(queries, TARGETS * WIDTH);
            scores.reserve(COLUMNS * TARGETS);
            long[] nanos = new long[RUNS];
            for (int run = 0; run < RUNS; run++) {
                long start = System.nanoTime();
                Gemm.multiply(
                        COLUMNS,
                        TARGETS,
                        WIDTH,
                        Operand.of(rows, 0),
                        Operand.transpose(queries, 0),
                        scores,
                        0,
                        false);
                nanos[run] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            return 2.0 * COLUMNS * TARGETS * WIDTH / nanos[RUNS / 2];
        }
    }

    private static void fill(NativeFloats floats, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i % 7 - 3;
        }
        floats.reserve(size).write(0, values, 0, size);
    }
}
