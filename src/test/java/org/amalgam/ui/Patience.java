package org.amalgam.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what will be seen, and says what was waited for when it does not come. */
final class Patience {

    private static final int MOST_SECONDS = 90;

    private Patience() {}

    static void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(MOST_SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
