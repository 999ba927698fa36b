package org.amalgam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one evaluation kept, fused anew, is what an evaluation with that fusion had found. */
class KeptCommandLineTest {

    private static final int ITEMS = 80;

    @TempDir static Path home;

    @BeforeAll
    static void evaluateOnce() throws IOException {
        Random random = new Random(5);
        Files.write(home.resolve("train.txt"), sessions(random, 150, ITEMS));
        Files.write(home.resolve("test.txt"), sessions(random, 60, ITEMS));
        Files.write(home.resolve("users.txt"), users(sessions(random, 150, ITEMS)));
        assertDone(sessions("stacking", "--keep", path("kept"), "--lists", path("whole.tsv")));
    }

    /** Walks among neighbours, with jumps, so that there is something to learn. */
    private static List<String> sessions(Random random, int count, int items) {
        List<String> lines = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            int item = random.nextInt(items);
            StringBuilder line = new StringBuilder(String.valueOf(item));
            for (int step = 0; step < 3 + random.nextInt(5); step++) {
                item =
                        random.nextInt(4) == 0
                                ? random.nextInt(items)
                                : Math.floorMod(item + 1 + random.nextInt(3), items);
                line.append(' ').append(item);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<String> users(List<String> sessions) {
        List<String> users = new ArrayList<>();
        for (int user = 0; user < sessions.size(); user++) {
            // The last user's last item is one that nobody else ever met.
            String unseen = user == sessions.size() - 1 ? " 9999" : "";
            users.add("u" + user + " " + sessions.get(user) + unseen);
        }
        return users;
    }

    private static CommandRun sessions(String fusion, String... more) {
        return evaluate(
                "sessions",
                fusion,
                with(List.of("--train", path("train.txt"), "--test", path("test.txt")), more));
    }

    private static CommandRun evaluate(String protocol, String fusion, List<String> more) {
        List<String> arguments =
                with(
                        List.of("evaluate", protocol, "--fusion", fusion, "--report"),
                        path(protocol + "-" + fusion));
        return CommandRun.run(
                with(with(arguments, "--members", "vstan,cnn,markov,itemknn"), more)
                        .toArray(String[]::new));
    }

    private static CommandRun kept(String folder, String fusion, String... more) {
        List<String> arguments =
                List.of("evaluate", "kept", "--from", path(folder), "--fusion", fusion);
        return CommandRun.run(
                with(with(arguments, "--report", path("again-" + fusion)), more)
                        .toArray(String[]::new));
    }

    private static List<String> with(List<String> some, String... more) {
        return with(some, List.of(more));
    }

    private static List<String> with(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static String path(String name) {
        return home.resolve(name).toString();
    }

    private static JsonNode summary(String report) throws IOException {
        return new ObjectMapper().readTree(home.resolve(report).resolve("summary.json").toFile());
    }

    private static void assertDone(CommandRun ran) {
        assertThat(ran.code()).as(ran.error()).isZero();
    }

    private static void assertSame(JsonNode again, JsonNode whole) {
        assertThat(again.get("results")).hasSameSizeAs(whole.get("results"));
        for (int i = 0; i < whole.get("results").size(); i++) {
            JsonNode one = again.get("results").get(i);
            JsonNode other = whole.get("results").get(i);
            for (String field : List.of("ranker", "kind", "cases")) {
                assertThat(one.get(field)).isEqualTo(other.get(field));
            }
            for (String field : List.of("hr20", "mrr20", "ndcg20", "hr10", "ndcg10")) {
                assertThat(one.get(field).asDouble())
                        .as(other.get("ranker") + " " + field)
                        .isCloseTo(other.get(field).asDouble(), within(1e-9));
            }
        }
        assertThat(again.get("comparisons")).isEqualTo(whole.get("comparisons"));
        assertThat(again.get("dataDigest")).isEqualTo(whole.get("dataDigest"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hedge", "weighted", "majority", "borda", "rrf", "learned", "stacking"})
    void everyMethodFindsWhatAWholeRunFinds(String fusion) throws IOException {
        if (!fusion.equals("stacking")) {
            assertDone(sessions(fusion));
        }
        assertDone(kept("kept", fusion, "--lists", path("again.tsv")));

        assertSame(summary("again-" + fusion), summary("sessions-" + fusion));
        List<String> whole = Files.readAllLines(home.resolve("whole.tsv"));
        List<String> again = Files.readAllLines(home.resolve("again.tsv"));
        assertThat(again).hasSameSizeAs(whole);
        assertThat(again.get(0).split("\t", -1)[0]).isEqualTo(whole.get(0).split("\t", -1)[0]);
        if (fusion.equals("stacking")) {
            List<String> fused = whole.stream().filter(l -> l.contains("\tfused\t")).toList();
            assertThat(again).containsAll(fused.stream().filter(l -> rank(l) <= 20).toList());
        }
    }

    private static double rank(String line) {
        return Double.parseDouble(line.split("\t", -1)[3]);
    }

    @Test
    void aTargetThatNobodyKnewStaysAMiss() throws IOException {
        List<String> file = List.of("--file", path("users.txt"), "--keep", path("users-kept"));
        assertDone(evaluate("sequences", "stacking", file));
        assertDone(kept("users-kept", "stacking"));

        JsonNode whole = summary("sequences-stacking");
        assertThat(whole.get("results").get(0).get("cases").asInt()).isEqualTo(150);
        assertSame(summary("again-stacking"), whole);
    }

    @Test
    void aBaselineIsFusedWhenItIsGivenAWeight() throws IOException {
        assertDone(kept("kept", "weighted", "--weights", "vstan=.5,itemknn=.5"));

        assertThat(summary("again-weighted").get("settings").get("weights").asText())
                .contains("itemknn=0.5");
    }

    @Test
    void oneMemberAloneIsFusedAsItself() throws IOException {
        assertDone(kept("kept", "rrf", "--members", "vstan"));

        JsonNode results = summary("again-rrf").get("results");
        assertThat(results.get(2).get("ranker").asText()).isEqualTo("fused");
        assertThat(results.get(2).get("hr20")).isEqualTo(figure(results, "vstan"));
    }

    private static JsonNode figure(JsonNode results, String ranker) {
        for (JsonNode result : results) {
            if (result.get("ranker").asText().equals(ranker)) {
                return result.get("hr20");
            }
        }
        throw new AssertionError(ranker + " is not in " + results);
    }

    @Test
    void whatCannotBeUsedIsOneLine() throws IOException {
        assertOneLine(kept("nowhere", "stacking"), "nowhere", "run.json", "--keep");
        assertOneLine(kept("kept", "stacking", "--members", "lstm"), "lstm", "not kept");
        assertOneLine(kept("kept", "guess"), "guess", "stacking");
        Path broken = Files.createDirectories(home.resolve("broken"));
        for (String file : List.of("run.json", "items.tsv", "validation.kept")) {
            Files.copy(home.resolve("kept").resolve(file), broken.resolve(file));
        }
        Files.writeString(broken.resolve("test.kept"), "no cases");
        assertOneLine(kept("broken", "stacking"), "broken", "test.kept");
    }

    private static void assertOneLine(CommandRun ran, String... names) {
        assertThat(ran.code()).as(ran.error()).isEqualTo(2);
        assertThat(ran.error().strip()).startsWith("amalgam: ").contains(names);
        assertThat(ran.error().strip().lines()).hasSize(1);
    }
}
