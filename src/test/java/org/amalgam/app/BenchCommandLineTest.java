package org.amalgam.app;

import static org.amalgam.app.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether there are figures, never what they are. */
class BenchCommandLineTest {

    @TempDir Path home;

    @Test
    void theLoopIsMeasuredBesideTheMachine() throws IOException {
        CommandRun ran =
                run(
                        "bench",
                        "--items",
                        "1000",
                        "--events",
                        "150",
                        "--no-kernels",
                        "--report",
                        home.resolve("report").toString());

        assertThat(ran.code()).as(ran.error()).isZero();
        JsonNode summary =
                new ObjectMapper().readTree(home.resolve("report/summary.json").toFile());
        assertThat(summary.get("schema").asText()).isEqualTo("amalgam.bench/1");
        assertThat(summary.get("command").asText()).startsWith("./amalgam bench --items 1000 ");
        assertThat(summary.at("/limits/readGigabytes").asDouble()).isPositive();
        assertThat(summary.at("/limits/gemmGigaflops").asDouble()).isPositive();
        assertThat(summary.get("loops")).hasSize(2);
        for (JsonNode loop : summary.get("loops")) {
            assertThat(loop.get("events").asInt()).isEqualTo(150);
            assertThat(loop.get("eventsPerSecond").asDouble()).isPositive();
            assertThat(loop.get("p99Millis").asDouble())
                    .isGreaterThanOrEqualTo(loop.get("p50Millis").asDouble());
            assertThat(loop.at("/stageP50Millis/members").asDouble()).isPositive();
        }
        assertThat(Files.readString(home.resolve("report/report.md"))).contains("| 1,000 | max |");
        assertThat(ran.out()).contains("events/s");
    }

    @Test
    void aCatalogueTooSmallToTellAnythingIsRefused() {
        CommandRun ran = run("bench", "--items", "10", "--report", home.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.error()).contains("1000 or more");
    }
}
