package org.amalgam.ui;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** The screens' thread, for programs that drive a window without a test's robot. */
final class ScreenThread {

    private static final int LOOK_MILLIS = 50;

    private ScreenThread() {}

    /** Starts JavaFX unless it runs already, for what opens one window after the other. */
    static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException runsAlready) {
            // Another one in this JVM has started it.
        }
        Platform.setImplicitExit(false);
    }

    /** Does this there, and waits until it is done. */
    static void onScreenThread(Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(
                () -> {
                    try {
                        work.run();
                    } finally {
                        done.countDown();
                    }
                });
        if (!done.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the screen thread hangs");
        }
    }

    /** Waits until it is so, looking from the thread that asks. */
    static void until(Duration most, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
