package org.amalgam.ui;

import static org.amalgam.ui.ScreenThread.onScreenThread;
import static org.amalgam.ui.ScreenThread.until;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.Workbenches;
import org.amalgam.ui.desk.Desk;

/**
 * Plays a store's replay by the clock in the window and prints how far it was behind, looking ten
 * times a second. {@code java org.amalgam.ui.LagTimes STORE MEMBERS FROM SPEED SECONDS}, members
 * with commas between them, the speed in virtual seconds a second. With a display or under Monocle.
 */
public final class LagTimes {

    private static final int LOOK_MILLIS = 100;
    private static final int WARM_UP_SECONDS = 20;
    private static final long SEED = 42;

    /** Which may come first. */
    private static final Duration TRAINING = Duration.ofHours(5);

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
        ScreenThread.start();
        DrivenWindow driven = DrivenWindow.open(new Workbenches());
        Desk desk = driven.window().desk();
        onScreenThread(() -> desk.open(store));
        until(TRAINING, () -> desk.openedProperty().get().isPresent());
        onScreenThread(() -> desk.replay(request, true));
        until(TRAINING, () -> desk.sessionProperty().get().isPresent());
        Thread.sleep(WARM_UP_SECONDS * 1_000L);
        measure(driven, Integer.parseInt(arguments[4]));
        System.exit(0);
    }

    private static void measure(DrivenWindow driven, int seconds) throws Exception {
        double[] lags = new double[seconds * 1_000 / LOOK_MILLIS];
        long began = System.nanoTime();
        long first = driven.snapshot().orElseThrow().step();
        LiveSnapshot last = driven.snapshot().orElseThrow();
        int looked = 0;
        while (looked < lags.length && last.state() == LiveSnapshot.State.RUNNING) {
            Thread.sleep(LOOK_MILLIS);
            last = driven.snapshot().orElseThrow();
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
}
