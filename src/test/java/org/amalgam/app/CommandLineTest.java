package org.amalgam.app;

import static org.amalgam.app.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.WorkbenchFactory.ShopSize;
import org.amalgam.pipeline.Workbenches;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line over the real store, networks and replay. */
class CommandLineTest {

    /** Of a result, everything that does not depend on how fast the machine is. */
    private static final Set<String> TIMES = Set.of("trainSeconds", "p50Ms", "p99Ms");

    private static final Set<String> TRAINED = new HashSet<>();

    @TempDir static Path home;

    @BeforeAll
    static void simulate() {
        new Workbenches()
                .simulate(
                        new ShopSize(120, 200, 4_000),
                        11,
                        home.resolve("shop"),
                        TaskMonitor.silent());
    }

    private static Path shop(String file) {
        return home.resolve("shop").resolve(file);
    }

    private static String store(String name) {
        return home.resolve(name).toString();
    }

    private static JsonNode importShop(String store) throws IOException {
        String items = shop("items.csv").toString();
        String events = shop("events.csv").toString();
        CommandRun ran = run("import", items, events, "--db", store(store), "--json");
        assertThat(ran.code()).as(ran.error()).isZero();
        return new ObjectMapper().readTree(ran.out());
    }

    /** A store with all members trained with seed 5, which takes long enough to share it. */
    private static void trainOnce(String store) throws IOException {
        if (TRAINED.add(store)) {
            importShop(store);
            assertThat(run("train", "--db", store(store), "--seed", "5").code()).isZero();
        }
    }

    @Test
    void importTellsWhatItDidAsJson() throws IOException {
        JsonNode report = importShop("json");
        long rejected = 0;
        for (JsonNode count : report.get("rejected")) {
            rejected += count.asLong();
        }
        assertThat(report.get("kept").asLong() + rejected + report.get("duplicates").asLong())
                .isEqualTo(report.get("read").asLong());
        long malformed;
        try (var lines = Files.lines(shop("truth/malformed.csv"))) {
            malformed = lines.count() - 1;
        }
        assertThat(rejected).isEqualTo(malformed);
        JsonNode again = importShop("json");
        assertThat(again.get("kept").asLong()).isZero();
    }

    @Test
    void twoRunsWithOneSeedGiveTheSameResults() throws IOException {
        List<JsonNode> runs = new ArrayList<>();
        for (String name : List.of("first", "second")) {
            trainOnce(name);
            Path report = home.resolve(name + "-report");
            Path lists = home.resolve(name + ".tsv");
            CommandRun replay =
                    run(
                            "replay",
                            "--db",
                            store(name),
                            "--seed",
                            "5",
                            "--report",
                            report.toString(),
                            "--lists",
                            lists.toString());
            assertThat(replay.code()).as(replay.error()).isZero();
            runs.add(new ObjectMapper().readTree(report.resolve("summary.json").toFile()));
        }
        assertThat(withoutTimes(runs.get(0))).isEqualTo(withoutTimes(runs.get(1)));
        assertThat(home.resolve("first.tsv")).hasSameTextualContentAs(home.resolve("second.tsv"));
        assertThat(runs.get(0).get("adjustments").isArray()).isTrue();
        assertThat(runs.get(0).get("settings").get("adjust").asBoolean()).isTrue();
        assertThat(runs.get(0).get("results").findValuesAsText("ranker"))
                .containsExactly(
                        "lstm",
                        "cnn",
                        "gan",
                        "vstan",
                        "fused",
                        "fused-nets",
                        "pop",
                        "recentpop",
                        "markov",
                        "rules",
                        "itemknn",
                        "vsknn",
                        "hmm");
    }

    @Test
    void aRecommendationSaysWhy() throws IOException {
        trainOnce("first");
        String first = Files.readAllLines(shop("items.csv")).get(1).split(",", 2)[0];
        String second = Files.readAllLines(shop("items.csv")).get(2).split(",", 2)[0];
        CommandRun ran =
                run(
                        "recommend",
                        "--db",
                        store("first"),
                        "--seed",
                        "5",
                        "--items",
                        first + "," + second,
                        "--k",
                        "8",
                        "--json");
        assertThat(ran.code()).as(ran.error()).isZero();
        JsonNode list = new ObjectMapper().readTree(ran.out()).get("list");

        assertThat(list).hasSize(8);
        assertThat(list.get(5).has("because")).isFalse();
        for (int place = 0; place < 5; place++) {
            JsonNode because = list.get(place).get("because");
            double sum = 0;
            for (JsonNode share : because.get("shares")) {
                sum += share.asDouble();
            }
            assertThat((float) sum).isEqualTo((float) list.get(place).get("score").asDouble());
            assertThat(because.get("carriedBy").findValuesAsText("item")).isSubsetOf(first, second);
            assertThat(because.get("overlaps").findValuesAsText("with")).isSubsetOf(first, second);
        }
        assertThat(list.findValues("carriedBy")).anyMatch(steps -> !steps.isEmpty());
        assertThat(list.findValues("overlaps")).anyMatch(overlaps -> !overlaps.isEmpty());
    }

    private static List<String> withoutTimes(JsonNode summary) {
        List<String> results = new ArrayList<>();
        for (JsonNode result : summary.get("results")) {
            StringBuilder text = new StringBuilder();
            for (var field : result.properties()) {
                if (!TIMES.contains(field.getKey())) {
                    text.append(field).append(' ');
                }
            }
            results.add(text.toString());
        }
        return results;
    }

    @Test
    void aMissingFileIsOneLineAndExitCodeTwo() {
        CommandRun ran = run("import", shop("nowhere.csv").toString(), "--db", store("missing"));
        assertOneLine(ran, 2, "nowhere.csv");
    }

    @Test
    void aStoreThatIsNotThereIsNotMadeByReadingIt() {
        CommandRun ran = run("profile", "--db", store("absent"));
        assertOneLine(ran, 2, "absent");
        assertThat(home.resolve("absent.mv.db")).doesNotExist();
    }

    @Test
    void wrongUsageIsOneLineAndExitCodeTwo() {
        assertOneLine(run("import"), 2, "FILE");
        assertOneLine(run("fly"), 2, "fly");
        assertOneLine(run("train", "--db", store("x"), "--until", "yesterday"), 2, "yesterday");
        String[] replay = {"replay", "--db", store("x"), "--report", store("r"), "--weights", "a"};
        assertOneLine(run(replay), 2, "--weights");
        replay[5] = "--speed";
        assertOneLine(run(replay), 2, "--speed");
    }

    private static void assertOneLine(CommandRun ran, int code, String names) {
        assertThat(ran.code()).as(ran.error()).isEqualTo(code);
        assertThat(ran.error().strip()).startsWith("amalgam: ").contains(names);
        assertThat(ran.error().strip().lines()).hasSize(1);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void resumedTrainingLeavesMembersThatAreThereAsTheyAre() throws IOException {
        importShop("resume");
        String[] train = {"train", "--db", store("resume"), "--members"};
        assertThat(run(with(train, "pop")).code()).isZero();

        CommandRun resumed = run(with(train, "pop,markov", "--resume"));
        CommandRun otherSeed = run(with(train, "pop", "--resume", "--seed", "7"));

        assertThat(resumed.out())
                .containsPattern("markov +[0-9.]+ s")
                .containsPattern("pop +was there already");
        assertThat(otherSeed.out()).containsPattern("pop +[0-9.]+ s");
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aReplayThatBeginsWhereTheTrainedMembersHaveSeenTheFutureTrainsAnew() throws IOException {
        importShop("leak");
        String members = "pop,markov";
        assertThat(run("train", "--db", store("leak"), "--members", members).code()).isZero();
        Path report = home.resolve("leak-report");
        CommandRun ran =
                run(
                        "evaluate",
                        "stream",
                        "--db",
                        store("leak"),
                        "--members",
                        members,
                        "--test-share",
                        "0.5",
                        "--report",
                        report.toString());
        assertThat(ran.code()).as(ran.error()).isZero();
        JsonNode settings =
                new ObjectMapper()
                        .readTree(report.resolve("summary.json").toFile())
                        .get("settings");
        assertThat(settings.get("trainedUntil")).isEqualTo(settings.get("from"));
    }
}
