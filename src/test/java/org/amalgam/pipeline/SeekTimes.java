package org.amalgam.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Plays a store's replay to its end and prints how long jumps to random events then take. {@code
 * java org.amalgam.pipeline.SeekTimes STORE MEMBERS FROM UNTIL JUMPS}, members with commas between
 * them, times as in {@code replay}; {@code -} for none.
 */
public final class SeekTimes {

    private static final long SEED = 42;

    private SeekTimes() {}

    public static void main(String[] arguments) throws Exception {
        List<String> members = List.of(arguments[1].split(","));
        int jumps = Integer.parseInt(arguments[4]);
        try (Workbench workbench = new Workbenches().open(Path.of(arguments[0]))) {
            ReplayRequest request =
                    new ReplayRequest(
                            members,
                            FusionRequest.by(ReplayRequest.FUSIONS.get(0)),
                            Double.POSITIVE_INFINITY,
                            time(arguments[2]),
                            time(arguments[3]),
                            true,
                            false,
                            SEED);
            try (ReplaySession session = workbench.replay(request, TaskMonitor.silent())) {
                long began = System.nanoTime();
                session.play();
                long events = session.await().events();
                System.out.printf(
                        Locale.ROOT,
                        "%,d events, played in %.0f s%n",
                        events,
                        (System.nanoTime() - began) / 1e9);
                print(jumps(session, events, jumps));
            }
        }
        System.exit(0);
    }

    private static Optional<Instant> time(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private static double[] jumps(ReplaySession session, long events, int count) throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] seconds = new double[count];
        for (int i = 0; i < count; i++) {
            long began = System.nanoTime();
            session.seek(random.nextLong(events));
            // Orders are carried out one after the other.
            session.branchComparisons().get();
            seconds[i] = (System.nanoTime() - began) / 1e9;
        }
        return seconds;
    }

    private static void print(double[] seconds) {
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%d jumps: median %.2f s, most %.2f s%n",
                seconds.length,
                seconds[seconds.length / 2],
                seconds[seconds.length - 1]);
    }
}
