package org.amalgam.model.network;

import java.util.function.Supplier;

/**
 * A range of independent pieces of work as two halves, done on two cores while one network alone is
 * being trained, else one after the other. Where it is cut depends on its size alone, so results
 * are the same either way.
 */
public final class Halves {

    private static final SecondCore SECOND = new SecondCore();

    private Halves() {}

    /** Work on the pieces from {@code from} to before {@code to}. */
    @FunctionalInterface
    public interface Work {
        void on(int from, int to);
    }

    /** Work of which each half is done by a worker that keeps what the half adds up to. */
    @FunctionalInterface
    interface WorkBy<W> {
        void on(W worker, int from, int to);
    }

    /**
     * Computes something that takes long, with a second core as long as no other thread does so.
     */
    static <T> T onTwoCores(Supplier<T> work) {
        SECOND.enter();
        try {
            return work.get();
        } finally {
            SECOND.leave();
        }
    }

    /** Does all pieces below {@code size}; returns when all are done. */
    public static void of(int size, Work work) {
        int half = size / 2;
        both(() -> work.on(0, half), () -> work.on(half, size));
    }

    /** The same, the lower pieces by the first worker and the upper ones by the second. */
    static <W> void of(int size, W first, W second, WorkBy<W> work) {
        int half = size / 2;
        both(() -> work.on(first, 0, half), () -> work.on(second, half, size));
    }

    /** Does two pieces of work that do not touch each other's; returns when both are done. */
    public static void both(Runnable one, Runnable other) {
        if (!SECOND.offer(other)) {
            one.run();
            other.run();
            return;
        }
        try {
            one.run();
        } finally {
            SECOND.finish();
        }
    }
}
