package org.amalgam.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** The screens' thread, for programs that drive a window without a test's robot. */
final class ScreenThread {

    private ScreenThread() {}

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
}
