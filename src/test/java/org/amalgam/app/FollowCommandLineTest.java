package org.amalgam.app;

import static org.amalgam.app.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.WorkbenchFactory.ShopSize;
import org.amalgam.pipeline.Workbenches;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay --follow} over a simulated shop whose log goes on after the store's history. */
class FollowCommandLineTest {

    private static final String[] BASELINES = {"--members", "pop,markov,itemknn", "--fuse", "pop"};

    @TempDir static Path home;

    private static Path clicks;

    @BeforeAll
    static void importTheFirstPart() throws IOException {
        Path shop = home.resolve("shop");
        new Workbenches().simulate(new ShopSize(120, 200, 3_000), 11, shop, TaskMonitor.silent());
        List<String> log = Files.readAllLines(shop.resolve("events.csv"));
        int cut = log.size() * 3 / 4;
        Path past = Files.write(home.resolve("past.csv"), log.subList(0, cut));
        List<String> rest = new ArrayList<>(List.of(log.get(0)));
        rest.addAll(log.subList(cut, log.size()));
        clicks = Files.write(home.resolve("clicks.csv"), rest);
        for (String store : List.of("store", "again")) {
            CommandRun imported = run("import", past.toString(), "--db", path(store));
            assertThat(imported.code()).as(imported.error()).isZero();
        }
    }

    private static String path(String name) {
        return home.resolve(name).toString();
    }

    private static CommandRun follow(String store, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "replay",
                                "--db",
                                path(store),
                                "--follow",
                                clicks.toString(),
                                "--idle",
                                "1s",
                                "--report",
                                path(store + "-report"),
                                "--lists",
                                path(store + ".tsv")));
        arguments.addAll(List.of(BASELINES));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static JsonNode summary(String store) throws IOException {
        return new ObjectMapper()
                .readTree(home.resolve(store + "-report").resolve("summary.json").toFile());
    }

    @Test
    void everyLineIsAccountedForAndTheReplayIsTheSameAgain() throws IOException {
        CommandRun first = follow("store");
        assertThat(first.code()).as(first.error()).isZero();
        JsonNode source = summary("store").get("source");
        long lines;
        try (var all = Files.lines(clicks)) {
            lines = all.count() - 1;
        }
        long rejected = 0;
        for (JsonNode count : source.get("rejected")) {
            rejected += count.asLong();
        }
        assertThat(source.get("read").asLong()).isEqualTo(lines);
        assertThat(source.get("kept").asLong() + source.get("duplicates").asLong() + rejected)
                .isEqualTo(lines);
        assertThat(source.get("replayed").asLong()).isGreaterThan(300);
        JsonNode queue = source.get("queue");
        assertThat(queue.get("taken").asLong())
                .isEqualTo(queue.get("handedOver").asLong())
                .isEqualTo(source.get("replayed").asLong() + source.get("late").asLong());
        assertThat(summary("store").get("results").get(0).get("cases").asLong()).isPositive();
        assertThat(home.resolve("store-report").resolve("report.html"))
                .content()
                .contains("The log that was followed");

        assertThat(follow("again").code()).isZero();
        assertThat(home.resolve("again.tsv")).hasSameTextualContentAs(home.resolve("store.tsv"));
        assertThat(summary("again").get("dataDigest"))
                .isEqualTo(summary("store").get("dataDigest"));

        CommandRun imported = run("import", clicks.toString(), "--db", path("store"), "--json");
        assertThat(new ObjectMapper().readTree(imported.out()).get("kept").asLong()).isZero();

        assertThat(follow("store").code()).isZero();
        assertThat(summary("store").get("source").get("replayed").asLong()).isZero();
        assertThat(summary("store").get("source").get("duplicates").asLong()).isEqualTo(lines);
    }

    @Test
    void optionsThatDoNotGoTogetherAreToldInOneLine() {
        assertOneLine(follow("again", "--speed", "60"), "--follow", "--speed");
        assertOneLine(follow("again", "--from", "2026-01-01T00:00:00Z"), "--from");
        assertOneLine(follow("again", "--lateness", "soon"), "--lateness");
        assertOneLine(
                run("replay", "--db", path("again"), "--report", path("r"), "--idle", "3s"),
                "--follow");
        assertOneLine(
                run(
                        "replay",
                        "--db",
                        path("again"),
                        "--report",
                        path("r"),
                        "--follow",
                        path("nowhere.csv")),
                "nowhere.csv");
    }

    private static void assertOneLine(CommandRun ran, String... names) {
        assertThat(ran.code()).as(ran.error()).isEqualTo(2);
        assertThat(ran.error().strip()).startsWith("amalgam: ").contains(names);
        assertThat(ran.error().strip().lines()).hasSize(1);
    }
}
