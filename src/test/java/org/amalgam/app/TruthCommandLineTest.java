package org.amalgam.app;

import static org.amalgam.app.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated shop evaluated beside the simulator's own best ranker and click model. */
class TruthCommandLineTest {

    @TempDir static Path home;

    @BeforeAll
    static void simulateAndImport() {
        assertDone(
                run(
                        "simulate",
                        "--users",
                        "120",
                        "--items",
                        "150",
                        "--events",
                        "4000",
                        "--seed",
                        "7",
                        "--out",
                        path("shop")));
        assertDone(
                run("import", path("shop/events.csv"), path("shop/items.csv"), "--db", path("db")));
    }

    private static CommandRun evaluate(String truth) {
        return run(
                "evaluate",
                "stream",
                "--db",
                path("db"),
                "--members",
                "vstan,itemknn,pop",
                "--fusion",
                "weighted",
                "--truth",
                truth,
                "--report",
                path("report"));
    }

    private static String path(String name) {
        return home.resolve(name).toString();
    }

    private static void assertDone(CommandRun ran) {
        assertThat(ran.code()).as(ran.error()).isZero();
    }

    @Test
    void theReportTellsTheBestPossibleAndTheClicksOfEveryList() throws IOException {
        assertDone(evaluate(path("shop/truth")));

        JsonNode summary =
                new ObjectMapper().readTree(home.resolve("report/summary.json").toFile());
        assertThat(summary.get("command").asText()).startsWith("./amalgam evaluate stream --db ");
        assertThat(hr20(summary, "oracle")).isGreaterThan(hr20(summary, "vstan"));
        assertThat(hr20(summary, "vstan")).isGreaterThan(hr20(summary, "pop"));
        String report = Files.readString(home.resolve("report/report.html"));
        assertThat(report).contains("expectedClicks20", "best possible ranker");
    }

    private static double hr20(JsonNode summary, String ranker) {
        for (JsonNode result : summary.get("results")) {
            if (result.get("ranker").asText().equals(ranker)) {
                return result.get("hr20").asDouble();
            }
        }
        throw new AssertionError(ranker + " is not in " + summary.get("results"));
    }

    @Test
    void aFolderWithoutTruthIsOneLine() {
        CommandRun ran = evaluate(path("shop"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.error().strip().lines()).hasSize(1);
        assertThat(ran.error()).contains("best.csv", "--truth");
    }
}
