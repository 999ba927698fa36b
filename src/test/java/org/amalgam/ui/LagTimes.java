package org.amalgam.ui;

import static org.amalgam.ui.ScreenThread.onScreenThread;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.Workbenches;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.i18n.Messages;

/**
 * Plays a store's replay by the clock in the window and prints how far it was behind, looking ten
 * times a second. {@code java org.amalgam.ui.LagTimes STORE MEMBERS FROM SPEED SECONDS}, members
 * with commas between them, the speed in virtual seconds a second. With a display or under Monocle.
 */
public final class LagTimes {

    private static final int LOOK_MILLIS = 100;
    private static final int WARM_UP_SECONDS = 20;
    private static final long SEED = 42;

    private LagTimes() {}

    public static void main(String[] arguments) throws Exception {
        Path store = Path.of(arguments[0]);
        ReplayRequest request =
                new ReplayRequest(
                        List.of(arguments[1].split(",")),
                        FusionRequest.by(ReplayRequest.FUSIONS.get(0)),
                        Double.parseDouble(arguments[3]),
                        Optional.of(Instant.parse(arguments[2])),
                        Optional.empty(),
                        true,
                        false,
                        SEED);
        Platform.startup(() -> {});
        WorkbenchWindow window = open();
        onScreenThread(() -> window.desk().open(store));
        waitFor(window, found -> found.desk().openedProperty().get().isPresent());
        onScreenThread(() -> window.desk().replay(request, true));
        waitFor(window, found -> found.live().snapshotProperty().get().isPresent());
        Thread.sleep(WARM_UP_SECONDS * 1_000L);
        measure(window, Integer.parseInt(arguments[4]));
        System.exit(0);
    }

    private static WorkbenchWindow open() throws Exception {
        Folders folders = new Folders(Files.createTempDirectory("amalgam-lag"));
        AtomicReference<WorkbenchWindow> made = new AtomicReference<>();
        onScreenThread(
                () -> {
                    WorkbenchWindow window =
                            new WorkbenchWindow(
                                    new Workbenches(),
                                    TaskRunner.forWindow(),
                                    new Messages(),
                                    folders,
                                    owner -> List.of());
                    window.show(new Stage());
                    made.set(window);
                });
        return made.get();
    }

    private static void measure(WorkbenchWindow window, int seconds) throws Exception {
        double[] lags = new double[seconds * 1_000 / LOOK_MILLIS];
        long began = System.nanoTime();
        long first = now(window).step();
        LiveSnapshot last = now(window);
        int looked = 0;
        while (looked < lags.length && last.state() == LiveSnapshot.State.RUNNING) {
            Thread.sleep(LOOK_MILLIS);
            last = now(window);
            lags[looked++] = last.lag().toNanos() / 1e6;
        }
        double took = (System.nanoTime() - began) / 1e9;
        double[] sorted = Arrays.copyOf(lags, looked);
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%.0f s, %.0f events/s; lag p50 %.1f ms, p99 %.1f ms, most %.0f ms%n",
                took,
                (last.step() - first) / took,
                sorted[looked / 2],
                sorted[looked * 99 / 100],
                sorted[looked - 1]);
    }

    private static LiveSnapshot now(WorkbenchWindow window) throws InterruptedException {
        AtomicReference<LiveSnapshot> found = new AtomicReference<>();
        onScreenThread(() -> found.set(window.live().snapshotProperty().get().orElseThrow()));
        return found.get();
    }

    /** Training may come first, so there is no end of patience. */
    private static void waitFor(WorkbenchWindow window, Predicate<WorkbenchWindow> condition)
            throws InterruptedException {
        boolean[] met = new boolean[1];
        while (!met[0]) {
            Thread.sleep(LOOK_MILLIS);
            onScreenThread(() -> met[0] = condition.test(window));
        }
    }
}
