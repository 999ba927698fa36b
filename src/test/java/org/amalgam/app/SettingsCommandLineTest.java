package org.amalgam.app;

import static org.amalgam.app.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.Workbench;
import org.amalgam.pipeline.WorkbenchFactory.ShopSize;
import org.amalgam.pipeline.Workbenches;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tune} and {@code --settings} over real files, stores and networks. */
class SettingsCommandLineTest {

    private static final int ITEMS = 40;

    @TempDir static Path home;

    @BeforeAll
    static void write() throws IOException {
        Files.writeString(home.resolve("train.txt"), sessions(150, 1, ""));
        Files.writeString(home.resolve("test.txt"), sessions(20, 2, ""));
        Files.writeString(home.resolve("users.txt"), sessions(120, 3, "u"));
        Path shop = home.resolve("shop");
        new Workbenches().simulate(new ShopSize(120, 200, 3_000), 11, shop, TaskMonitor.silent());
        try (Workbench workbench = new Workbenches().open(home.resolve("store"))) {
            List<Path> log = List.of(shop.resolve("items.csv"), shop.resolve("events.csv"));
            workbench.importLogs(log, "auto", TaskMonitor.silent());
        }
    }

    /** Item i is followed by 7·i + 3, modulo the number of items. */
    private static String sessions(int number, long seed, String user) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < number; s++) {
            text.append(user.isEmpty() ? "" : user + s + " ");
            int item = random.nextInt(ITEMS);
            for (int left = 3 + random.nextInt(4); left > 0; left--) {
                text.append(1 + item).append(left > 1 ? " " : "\n");
                item = (7 * item + 3) % ITEMS;
            }
        }
        return text.toString();
    }

    private static String path(String name) {
        return home.resolve(name).toString();
    }

    private static JsonNode settingsOf(String report) throws IOException {
        return new ObjectMapper()
                .readTree(home.resolve(report).resolve("summary.json").toFile())
                .get("settings");
    }

    private static void assertDone(CommandRun ran) {
        assertThat(ran.code()).as(ran.error()).isZero();
    }

    private static void assertOneLine(CommandRun ran, String... names) {
        assertThat(ran.code()).as(ran.error()).isEqualTo(2);
        assertThat(ran.error().strip()).startsWith("amalgam: ").contains(names);
        assertThat(ran.error().strip().lines()).hasSize(1);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void whatTuneWritesEvaluateUsesAndReports() throws IOException {
        CommandRun tuned =
                run(
                        "tune",
                        "--train",
                        path("train.txt"),
                        "--members",
                        "lstm",
                        "--budget",
                        "1s",
                        "--out",
                        path("won.json"));
        assertDone(tuned);
        assertThat(tuned.out()).contains("lstm: ", "shipped", "HR@20");
        assertThat(Files.readAllLines(home.resolve("won.tsv"))).hasSizeGreaterThan(1);
        JsonNode won = new ObjectMapper().readTree(home.resolve("won.json").toFile());

        assertDone(
                run(
                        "evaluate",
                        "sessions",
                        "--train",
                        path("train.txt"),
                        "--test",
                        path("test.txt"),
                        "--members",
                        "lstm,pop",
                        "--settings",
                        path("won.json"),
                        "--report",
                        path("won-report")));

        JsonNode settings = settingsOf("won-report");
        assertThat(settings.get("memberSettings").asText()).isEqualTo("won.json");
        assertThat(new ObjectMapper().readTree(settings.get("settings.lstm").asText()))
                .isEqualTo(won.get("lstm"));
    }

    @Test
    void tuneSearchesOnSequencesAndOnAStoreToo() {
        String[] tune = {
            "tune",
            "--file",
            path("users.txt"),
            "--members",
            "cnn,lstm",
            "--budget",
            "1s",
            "--out",
            path("users.json")
        };
        CommandRun users = run(tune);
        assertDone(users);
        assertThat(users.out()).contains("cnn: ", "lstm: ", "120 cases");
        tune[1] = "--db";
        tune[2] = path("store");
        tune[8] = path("store.json");
        assertDone(run(tune));
        assertThat(home.resolve("store.json")).exists();
    }

    @Test
    void wrongUsageOfTuneIsOneLine() {
        String[] tune = {
            "tune",
            "--train",
            path("train.txt"),
            "--members",
            "pop",
            "--budget",
            "1s",
            "--out",
            path("x.json")
        };
        assertOneLine(run(tune), "pop", "lstm,cnn,gan");
        tune[4] = "lstm";
        tune[6] = "soon";
        assertOneLine(run(tune), "--budget", "soon", "30m");
        tune[6] = "0s";
        assertOneLine(run(tune), "budget");
        tune[6] = "1s";
        tune[8] = path("x.tsv");
        assertOneLine(run(tune), "x.tsv", ".json");
        tune[8] = path("train.txt") + "/x.json";
        assertOneLine(run(tune), "x.tsv");
        tune[8] = path("x.json");
        assertOneLine(run(with(tune, "--train-share", "1")), "--train-share");
        tune[2] = path("nowhere.txt");
        assertOneLine(run(tune), "nowhere.txt");
        assertThat(home.resolve("x.json")).doesNotExist();
    }

    @Test
    void aWrongSettingsFileIsOneLineForEveryVerb() throws IOException {
        Files.writeString(home.resolve("wrong.json"), "{\"lstm\": {\"skip\": -1}}");
        String wrong = path("wrong.json");
        String db = path("store");
        String[] expected = {"wrong.json", "lstm", "skip = -1"};
        assertOneLine(run("train", "--db", db, "--settings", wrong), expected);
        String report = path("never");
        assertOneLine(run("replay", "--db", db, "--report", report, "--settings", wrong), expected);
        assertOneLine(
                run("evaluate", "stream", "--db", db, "--report", report, "--settings", wrong),
                expected);
        assertOneLine(
                run(
                        "evaluate",
                        "sequences",
                        "--file",
                        path("users.txt"),
                        "--report",
                        report,
                        "--settings",
                        wrong),
                expected);
        assertThat(home.resolve("never")).doesNotExist();
    }

    @Test
    void aStoredMemberIsUsedOnlyWithTheSettingsItWasTrainedWith() throws IOException {
        Files.writeString(home.resolve("far.json"), "{\"vstan\": {\"neighbours\": 1}}");
        String far = path("far.json");
        String[] train = {"train", "--db", path("store"), "--members", "vstan", "--settings", far};
        assertDone(run(train));
        Path kept = home.resolve("store.models").resolve("vstan").resolve("provenance.json");
        JsonNode provenance = new ObjectMapper().readTree(kept.toFile());
        assertThat(provenance.get("settingsDigest").asText()).hasSize(64);

        List<JsonNode> withFile = replayed("with", "--settings", far);
        List<JsonNode> without = replayed("without");

        assertThat(trainSeconds(withFile))
                .as("taken from the shelf")
                .isEqualTo(provenance.get("seconds").asDouble());
        assertThat(trainSeconds(without))
                .as("trained anew")
                .isNotEqualTo(provenance.get("seconds").asDouble());
        assertThat(hitRate(without)).isNotEqualTo(hitRate(withFile));
        assertThat(settingsOf("with").get("settings.vstan").asText()).contains("\"neighbours\":1,");
        assertThat(settingsOf("without").get("memberSettings").asText()).isEqualTo("shipped");
    }

    private static List<JsonNode> replayed(String report, String... more) throws IOException {
        String[] fixed = {
            "replay", "--db", path("store"), "--members", "vstan", "--report", path(report)
        };
        assertDone(run(with(fixed, more)));
        JsonNode summary =
                new ObjectMapper().readTree(home.resolve(report).resolve("summary.json").toFile());
        return List.of(summary.get("results").get(0));
    }

    private static String[] with(String[] arguments, String... more) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    private static double trainSeconds(List<JsonNode> results) {
        return results.get(0).get("trainSeconds").asDouble();
    }

    private static double hitRate(List<JsonNode> results) {
        return results.get(0).get("hr20").asDouble();
    }

    @Test
    void theReportSaysThatAStoredMemberWasTrainedBriefly() throws IOException {
        Path store = home.resolve("brief");
        List<Path> log = List.of(home.resolve("shop/items.csv"), home.resolve("shop/events.csv"));
        try (Workbench workbench = new Workbenches().open(store)) {
            workbench.importLogs(log, "auto", TaskMonitor.silent());
            Instant until = workbench.splitAt(.8);
            workbench.train(
                    new TrainRequest(List.of("pop"), until, 42, true), TaskMonitor.silent());
        }
        String[] replay = {
            "replay", "--db", store.toString(), "--members", "pop", "--report", path("b")
        };
        assertDone(run(replay));
        assertThat(settingsOf("b").get("brief").asText()).isEqualTo("pop");
        assertDone(run(with(replay, "--fusion", "stacking")));
        assertThat(settingsOf("b").get("brief").asText())
                .as("learned fusion trains members anew")
                .isEmpty();
        assertDone(run("train", "--db", store.toString(), "--members", "pop"));
        assertDone(run(replay));
        assertThat(settingsOf("b").get("brief").asText()).isEmpty();
    }
}
