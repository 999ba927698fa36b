package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.amalgam.config.CleaningSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.Event;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.store.EventStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two public logs, where they are at hand; see the README for where to get them. */
@Tag("slow")
class RealLogsTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "retailrocket_mb_events.csv.gz, 97381, 2174, 29905, 15880",
        "taobao_mb_events.csv.gz, 471337, 31882, 30985, 0"
    })
    void aRealLogIsKeptWholeAndReplayedInOrder(
            String file, long lines, int users, int items, int sessions) {
        Path log = data(file);
        try (EventStore store = EventStore.open(folder.resolve("shop"))) {
            ImportReport report = imported(store, log);
            System.out.printf(
                    "%s: %d lines in %.2f s, %.0f lines/s%n",
                    file, report.read(), report.seconds(), report.read() / report.seconds());

            assertThat(report.read()).isEqualTo(lines);
            assertThat(report.kept()).isEqualTo(lines);
            assertThat(report.bots()).isZero();
            assertThat(store.catalogue().size()).isEqualTo(items);
            assertThat(replayed(store)).isEqualTo(lines);
            DataProfile profile = profile(store);
            assertThat(value(profile, "users")).isEqualTo(String.valueOf(users));
            if (sessions > 0) {
                assertThat(value(profile, "sessions")).isEqualTo(String.valueOf(sessions));
            }
            assertThat(imported(store, log).duplicates()).isEqualTo(lines);
        }
    }

    private static Path data(String file) {
        Path path = Path.of(System.getProperty("amalgam.data", "../shared/data")).resolve(file);
        assumeTrue(Files.exists(path), () -> file + " is not at hand; set -Damalgam.data");
        return path;
    }

    private static ImportReport imported(EventStore store, Path log) {
        return new LogImport(store, CleaningSettings.defaults())
                .run(List.of(log), "auto", TaskMonitor.silent());
    }

    private static DataProfile profile(EventStore store) {
        long start = System.nanoTime();
        DataProfile profile = new StoreProfile(store, SessionSettings.defaults().gap()).read();
        System.out.printf("profile: %.2f s%n", (System.nanoTime() - start) / 1e9);
        return profile;
    }

    private static String value(DataProfile profile, String what) {
        return profile.tables().get(0).rows().stream()
                .filter(row -> row.get(0).equals(what))
                .map(row -> row.get(1))
                .findFirst()
                .orElseThrow();
    }

    private static long replayed(EventSource store) {
        long start = System.nanoTime();
        long number = 0;
        Instant last = Instant.MIN;
        try (EventSource.Cursor events = store.open(Instant.MIN, Instant.MAX)) {
            while (events.hasNext()) {
                Event event = events.next();
                assertThat(event.number()).isEqualTo(number++);
                assertThat(event.time()).isAfterOrEqualTo(last);
                last = event.time();
            }
        }
        System.out.printf("replay: %.2f s%n", (System.nanoTime() - start) / 1e9);
        return number;
    }
}
