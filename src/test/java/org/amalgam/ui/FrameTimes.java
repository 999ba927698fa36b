package org.amalgam.ui;

import static org.amalgam.ui.ScreenThread.onScreenThread;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.pipeline.Workbenches;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.frame.Screen;
import org.amalgam.ui.i18n.Messages;

/**
 * Plays a replay at full speed in the window and prints what the window costs: work of the FX
 * thread per pulse (timers, style and layout; drawing itself is another thread's), gaps between
 * pulses, events a second, and heap in use after collection. {@code java org.amalgam.ui.FrameTimes
 * SECONDS made-up|demo|hidden}: with made-up numbers, a snapshot every 8 ms, with the demo shop, or
 * with that while another screen is shown, to compare. With a display or under Monocle.
 */
public final class FrameTimes {

    private static final int MOST_PULSES = 200_000;
    private static final int EVENTS_AT_ONCE = 4;
    private static final long PAUSE_NANOS = 8_000_000L;

    private final long[] work = new long[MOST_PULSES];
    private final long[] begun = new long[MOST_PULSES];
    private int pulses;
    private volatile boolean measuring;
    private WorkbenchWindow window;

    private FrameTimes() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        String what = arguments[1];
        Platform.startup(() -> {});
        new FrameTimes().measure(seconds, what);
        System.exit(0);
    }

    private void measure(int seconds, String what) throws Exception {
        boolean madeUp = what.equals("made-up");
        FakeWorkbenchFactory fakes = new FakeWorkbenchFactory(0);
        open(madeUp ? fakes : new Workbenches());
        onScreenThread(() -> window.desk().exploreDemo());
        until(() -> window.desk().sessionProperty().get().isPresent());
        if (madeUp) {
            play(fakes.newest().replays().get(0));
        }
        if (what.equals("hidden")) {
            onScreenThread(() -> window.frame().screenProperty().set(Screen.DATA));
        }
        // What is compiled and laid out first is not what it costs.
        Thread.sleep(5_000);
        long before = step();
        measuring = true;
        long started = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        measuring = false;
        double took = (System.nanoTime() - started) / 1e9;
        print(what, (step() - before) / took);
    }

    private static void play(FakeReplaySession session) {
        Thread player =
                new Thread(
                        () -> {
                            while (!session.isClosed()) {
                                session.advance(EVENTS_AT_ONCE);
                                pauseBriefly();
                            }
                        },
                        "player");
        player.setDaemon(true);
        player.start();
    }

    /** Or its thread would hold the session all the time. */
    private static void pauseBriefly() {
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void open(WorkbenchFactory factory) throws Exception {
        Folders folders = new Folders(Files.createTempDirectory("amalgam-frames"));
        onScreenThread(
                () -> {
                    // Before the window's own timer, so that its work is seen.
                    new AnimationTimer() {
                        @Override
                        public void handle(long now) {
                            begin();
                        }
                    }.start();
                    window =
                            new WorkbenchWindow(
                                    factory,
                                    TaskRunner.forWindow(),
                                    new Messages(),
                                    folders,
                                    owner -> List.of(Path.of("events.csv")));
                    Stage stage = new Stage();
                    window.show(stage);
                    stage.getScene().addPostLayoutPulseListener(this::end);
                });
    }

    private void begin() {
        if (measuring && pulses < MOST_PULSES) {
            begun[pulses] = System.nanoTime();
        }
    }

    private void end() {
        if (measuring && pulses < MOST_PULSES && begun[pulses] != 0) {
            work[pulses] = System.nanoTime() - begun[pulses];
            pulses++;
        }
    }

    private long step() throws InterruptedException {
        long[] step = new long[1];
        onScreenThread(
                () -> {
                    Optional<LiveSnapshot> now = window.live().snapshotProperty().get();
                    step[0] = now.map(LiveSnapshot::step).orElse(0L);
                });
        return step[0];
    }

    private void print(String what, double eventsPerSecond) throws InterruptedException {
        long[] gaps = new long[Math.max(0, pulses - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = begun[i + 1] - begun[i];
        }
        long[] all = Arrays.copyOf(work, pulses);
        System.out.printf(
                Locale.ROOT,
                "%s: %d pulses; FX work per pulse %s; gaps %s; %.0f events/s; heap %.0f MB%n",
                what,
                pulses,
                percentiles(all),
                percentiles(gaps),
                eventsPerSecond,
                heapAfterCollection());
    }

    private static String percentiles(long[] nanos) {
        Arrays.sort(nanos);
        int last = Math.max(0, nanos.length - 1);
        return nanos.length == 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "p50 %.2f ms, p99 %.2f ms, max %.1f ms",
                        nanos[last / 2] / 1e6,
                        nanos[last * 99 / 100] / 1e6,
                        nanos[last] / 1e6);
    }

    private static double heapAfterCollection() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 6_000; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("waited in vain");
    }
}
