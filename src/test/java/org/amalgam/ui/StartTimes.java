package org.amalgam.ui;

import static org.amalgam.ui.ScreenThread.onScreenThread;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.pipeline.Workbenches;

/**
 * Prints how long after the JVM's start the window is there, and what comes after it. {@code java
 * org.amalgam.ui.StartTimes HOME first}: the demo shop is explored, until its first step is on the
 * screen and all networks have joined; {@code … HOME again}: a later start with that home, until
 * the store that was open last is there. With a display or under Monocle.
 */
public final class StartTimes {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DrivenWindow driven;

    private StartTimes(DrivenWindow driven) {
        this.driven = driven;
    }

    public static void main(String[] arguments) throws Exception {
        ScreenThread.start();
        StartTimes times =
                new StartTimes(DrivenWindow.open(Workbenches.quick(), Path.of(arguments[0])));
        tell("window");
        if (arguments[1].equals("first")) {
            times.first();
        } else {
            times.again();
        }
        System.exit(0);
    }

    private void first() throws Exception {
        onScreenThread(() -> window().desk().exploreDemo());
        until(
                () ->
                        window().live()
                                .snapshotProperty()
                                .get()
                                .filter(now -> now.step() > 0)
                                .isPresent());
        tell("first step on the screen");
        driven.untilIdle(PATIENCE);
        long step = driven.snapshot().map(LiveSnapshot::step).orElse(0L);
        tell("all networks have joined, by event " + step);
        driven.close();
    }

    private void again() throws Exception {
        onScreenThread(() -> window().reopen());
        until(() -> window().desk().openedProperty().get().isPresent());
        tell("the store that was open last");
    }

    private WorkbenchWindow window() {
        return driven.window();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        ScreenThread.until(PATIENCE, condition);
    }

    private static void tell(String what) throws InterruptedException {
        // After the pulse that draws it.
        onScreenThread(() -> {});
        System.out.printf(
                Locale.ROOT,
                "%.1f s after the JVM's start: %s%n",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1e3,
                what);
    }
}
