package org.amalgam.domain.stage;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Watches long work: is told of progress and may ask it to stop. Thread-safe. */
public interface TaskMonitor {

    /**
     * Called often enough for a smooth progress bar, at most a few times a second.
     *
     * @param what for a person, e.g. {@code lstm, epoch 2 of 6}
     * @param done units done, ≤ {@code total}
     * @param total units in all; 0 when unknown
     */
    void progress(String what, long done, long total);

    /** Whether the work should stop at the next good moment. */
    boolean cancelled();

    /** Stops the caller when asked to. */
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    /** This one, which also asks to stop as soon as something else is so. */
    default TaskMonitor endingWhen(BooleanSupplier ending) {
        TaskMonitor whole = this;
        return new TaskMonitor() {
            @Override
            public void progress(String what, long done, long total) {
                whole.progress(what, done, total);
            }

            @Override
            public boolean cancelled() {
                return ending.getAsBoolean() || whole.cancelled();
            }
        };
    }

    /** Hears nothing and never cancels. */
    static TaskMonitor silent() {
        return new TaskMonitor() {
            @Override
            public void progress(String what, long done, long total) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
