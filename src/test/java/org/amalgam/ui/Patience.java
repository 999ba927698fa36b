package org.amalgam.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Waits for what a window will show or do, and then until the screens' thread has nothing left to
 * do. Conditions are looked at from the thread that waits. Only tests that fail wait to the end.
 */
public final class Patience {

    private static final Duration USUAL = Duration.ofSeconds(90);

    private Patience() {}

    /**
     * Waits until it is so.
     *
     * @throws AssertionError if it does not come about
     */
    public static void until(Callable<Boolean> condition) {
        until(USUAL, "for what was to come", condition);
    }

    /**
     * The same, saying what did not come about.
     *
     * @param what begins with <i>for</i> or <i>to</i>
     */
    public static void until(String what, Callable<Boolean> condition) {
        until(USUAL, what, condition);
    }

    /** The same for what takes longer. */
    public static void until(Duration most, Callable<Boolean> condition) {
        until(most, "for what was to come", condition);
    }

    private static void until(Duration most, String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(most.toSeconds(), TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
