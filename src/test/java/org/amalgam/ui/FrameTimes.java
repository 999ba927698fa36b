package org.amalgam.ui;

import static org.amalgam.ui.ScreenThread.onScreenThread;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.ReplaySession;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.Workbench;
import org.amalgam.pipeline.WorkbenchFactory;
import org.amalgam.pipeline.Workbenches;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.frame.Screen;

/**
 * Plays a replay at full speed in the window and prints what the window costs: work of the FX
 * thread per pulse (timers, style and layout; drawing itself is another thread's), gaps between
 * pulses, events a second, the longest gaps and when they were, and heap in use after collection at
 * the start and at the end, both between two trainings. Beside them it tells how late a thread that
 * only sleeps is woken, which no window can be better than. {@code java org.amalgam.ui.FrameTimes
 * SECONDS made-up|demo|hidden}: with made-up numbers, a snapshot every 8 ms; with the demo shop,
 * played again and again while another store's LSTM is trained again and again; or with that while
 * another screen is shown, to compare. With a display or under Monocle.
 */
public final class FrameTimes {

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private static final int MOST_PULSES = 200_000;
    private static final int EVENTS_AT_ONCE = 4;
    private static final long PAUSE_NANOS = 8_000_000L;
    private static final int LOOK_MILLIS = 50;
    private static final int WARM_UP = 30;
    private static final int LONGEST = 10;

    /** Milliseconds until its shop is written and loaded. */
    private static final int TRAINER_SETS_UP = 30_000;

    /** Held while a network is trained. Fair, so that who wants to look comes in between. */
    private static final ReentrantLock TRAINING = new ReentrantLock(true);

    private final long[] work = new long[MOST_PULSES];
    private final long[] processor = new long[MOST_PULSES];
    private final long[] begun = new long[MOST_PULSES];
    private int pulses;
    private volatile boolean measuring;
    private DrivenWindow driven;
    private WorkbenchWindow window;

    private FrameTimes() {}

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        String what = arguments[1];
        ScreenThread.start();
        new FrameTimes().measure(seconds, what);
        System.exit(0);
    }

    private void measure(int seconds, String what) throws Exception {
        boolean madeUp = what.equals("made-up");
        FakeWorkbenchFactory fakes = new FakeWorkbenchFactory(0);
        open(madeUp ? fakes : new Workbenches());
        onScreenThread(() -> window.desk().exploreDemo());
        until(() -> window.desk().sessionProperty().get().isPresent());
        session().speed(Double.POSITIVE_INFINITY);
        if (madeUp) {
            play(fakes.newest().replays().get(0));
        }
        if (what.equals("hidden")) {
            onScreenThread(() -> window.frame().screenProperty().set(Screen.DATA));
        }
        if (!madeUp) {
            until(() -> window.desk().runner().currentProperty().get().isEmpty());
            background("trainer", FrameTimes::trainForever);
            Thread.sleep(TRAINER_SETS_UP);
        }
        // What is compiled and laid out first is not what it costs.
        goOn(WARM_UP);
        double heapAtFirst = heapAfterCollection();
        Sleeper sleeper = Sleeper.start();
        measuring = true;
        long started = System.nanoTime();
        long steps = goOn(seconds);
        measuring = false;
        sleeper.stop();
        double took = (System.nanoTime() - started) / 1e9;
        print(what, steps / took, heapAtFirst);
        sleeper.print();
    }

    /** Lets so many seconds pass, from the beginning again whenever the end is reached. */
    private long goOn(int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long steps = 0;
        long last = driven.snapshot().map(LiveSnapshot::step).orElse(0L);
        while (System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
            Optional<LiveSnapshot> now = driven.snapshot();
            long step = now.map(LiveSnapshot::step).orElse(last);
            steps += Math.max(0, step - last);
            last = step;
            if (now.filter(n -> n.state() == LiveSnapshot.State.FINISHED).isPresent()) {
                session().seek(0);
                session().play();
                last = 0;
            }
        }
        return steps;
    }

    private ReplaySession session() {
        return window.desk().sessionProperty().get().orElseThrow();
    }

    private static void trainForever() {
        try (Workbench workbench =
                new Workbenches()
                        .open(Files.createTempDirectory("amalgam-trainer").resolve("shop"))) {
            Path logs = Files.createTempDirectory("amalgam-trainer");
            TaskMonitor silent = TaskMonitor.silent();
            workbench.importLogs(new Workbenches().writeDemoShop(logs, silent), "auto", silent);
            for (long seed = 1; ; seed++) {
                TRAINING.lock();
                try {
                    workbench.train(
                            new TrainRequest(List.of("lstm"), workbench.splitAt(.8), seed, false),
                            silent);
                } finally {
                    TRAINING.unlock();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void background(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void play(FakeReplaySession session) {
        background(
                "player",
                () -> {
                    while (!session.isClosed()) {
                        session.advance(EVENTS_AT_ONCE);
                        pauseBriefly();
                    }
                });
    }

    /** Or its thread would hold the session all the time. */
    private static void pauseBriefly() {
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void open(WorkbenchFactory factory) throws Exception {
        // Before the window's own timer, so that its work is seen.
        onScreenThread(
                () ->
                        new AnimationTimer() {
                            @Override
                            public void handle(long now) {
                                begin();
                            }
                        }.start());
        driven = DrivenWindow.open(factory);
        window = driven.window();
        onScreenThread(() -> driven.stage().getScene().addPostLayoutPulseListener(this::end));
    }

    private void begin() {
        if (measuring && pulses < MOST_PULSES) {
            begun[pulses] = System.nanoTime();
            processor[pulses] = PROCESSOR.getCurrentThreadCpuTime();
        }
    }

    private void end() {
        if (measuring && pulses < MOST_PULSES && begun[pulses] != 0) {
            work[pulses] = System.nanoTime() - begun[pulses];
            processor[pulses] = PROCESSOR.getCurrentThreadCpuTime() - processor[pulses];
            pulses++;
        }
    }

    private void print(String what, double eventsPerSecond, double heapAtFirst)
            throws InterruptedException {
        long[] gaps = new long[Math.max(0, pulses - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = begun[i + 1] - begun[i];
        }
        long[] all = Arrays.copyOf(work, pulses);
        System.out.printf(
                Locale.ROOT,
                "%s: %d pulses; FX work per pulse %s (processor time %s); gaps %s; %.0f events/s; heap %.0f MB, at the end %.0f%n",
                what,
                pulses,
                percentiles(all),
                percentiles(Arrays.copyOf(processor, pulses)),
                percentiles(gaps.clone()),
                eventsPerSecond,
                heapAtFirst,
                heapAfterCollection());
        printLongest(gaps);
    }

    /** With the seconds since the JVM began, as its logs have them. */
    private void printLongest(long[] gaps) {
        long untilNow = ManagementFactory.getRuntimeMXBean().getUptime() * 1_000_000L;
        long beginning = System.nanoTime() - untilNow;
        IntStream.range(0, gaps.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> -gaps[i]))
                .limit(LONGEST)
                .forEach(
                        i ->
                                System.out.printf(
                                        Locale.ROOT,
                                        "gap of %.1f ms at %.3f s%n",
                                        gaps[i] / 1e6,
                                        (begun[i] - beginning) / 1e9));
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

    /** Waits for the training under way, which holds what it needs only for a while. */
    private static double heapAfterCollection() throws InterruptedException {
        TRAINING.lock();
        try {
            System.gc();
            // Not what is in use by now: the replay goes on, and makes gigabytes of garbage a
            // second.
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == MemoryType.HEAP)
                            .map(MemoryPoolMXBean::getCollectionUsage)
                            .filter(Objects::nonNull)
                            .mapToLong(MemoryUsage::getUsed)
                            .sum()
                    / 1e6;
        } finally {
            TRAINING.unlock();
        }
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        ScreenThread.until(Duration.ofMinutes(10), condition);
    }
}
