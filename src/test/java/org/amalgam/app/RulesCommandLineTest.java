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
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules by the command line, from the first one to the list that they change. */
class RulesCommandLineTest {

    @TempDir private Path home;

    private String store;

    /** Sixty items of two brands, and visits that walk up the items. */
    @BeforeEach
    void shop() throws IOException {
        store = home.resolve("shop").toString();
        List<String> items = new ArrayList<>(List.of("item,title,brand,category,price"));
        for (int i = 0; i < 60; i++) {
            String brand = i % 2 == 0 ? "Acme" : "Folio";
            items.add("i" + i + ",thing " + i + "," + brand + ",Home > Things," + (i + 1));
        }
        List<String> events = new ArrayList<>(List.of("timestamp,user,item,action"));
        Random random = new Random(1);
        int time = 1_700_000_000;
        for (int visit = 0; visit < 220; visit++) {
            int item = random.nextInt(60);
            for (int step = 0; step < 4; step++) {
                time += 20;
                events.add(time + ",u" + visit % 40 + ",i" + (item + step) % 60 + ",view");
            }
            time += 4_000;
        }
        write("items.csv", items);
        write("events.csv", events);
    }

    private void write(String name, List<String> lines) throws IOException {
        Path file = home.resolve(name);
        Files.write(file, lines);
        assertThat(run("import", file.toString(), "--db", store).code()).isZero();
    }

    private CommandRun rules(String verb, String... more) {
        List<String> arguments = new ArrayList<>(List.of("rules", verb, "--db", store));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static JsonNode json(CommandRun ran) throws IOException {
        assertThat(ran.code()).as(ran.error()).isZero();
        return new ObjectMapper().readTree(ran.out());
    }

    @Test
    void rulesAreAddedListedSwitchedRemovedAndAudited() throws IOException {
        assertThat(rules("list").out()).contains("no rules");
        String note = "launch of the season";
        rules("add", "--pin", "1", "--item", "i7", "--note", note, "--why", "asked by Ben");
        CommandRun added =
                rules(
                        "add",
                        "--bury",
                        ".5",
                        "--category",
                        "Home",
                        "--until",
                        "2026-01-01T00:00:00Z");
        assertThat(added.out())
                .contains("pin to place 1: item i7 (" + note + ")")
                .contains("bury by 0.5: category Home, until 2026-01-01T00:00:00Z");
        assertThat(rules("disable", "1").out()).contains("item i7, disabled");
        assertThat(rules("enable", "1").out()).doesNotContain("disabled");
        rules("remove", "2");
        JsonNode listed = json(rules("list", "--json")).get("rules");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("effect").get("pin").asInt()).isOne();
        JsonNode trail = json(rules("audit", "--json")).get("changes");
        assertThat(trail).hasSize(5);
        assertThat(trail.get(0).get("after").isNull()).isTrue();
        assertThat(trail.get(4).get("why").asText()).isEqualTo("asked by Ben");
        assertThat(trail.get(4).get("who").asText())
                .isEqualTo(System.getProperty("user.name") + " (command line)");
        assertThat(rules("audit").out()).contains("asked by Ben");
    }

    @Test
    void wrongUsageIsOneLineAndTwo() throws IOException {
        assertRefused(rules("add", "--pin", "1"), "Missing required argument");
        assertRefused(rules("add", "--pin", "1", "--boost", ".2", "--item", "i1"), "mutually");
        assertRefused(rules("add", "--pin", "21", "--item", "i1"), "choose 1 to 20");
        assertRefused(rules("add", "--boost", "2", "--item", "i1"), "at most 1");
        assertRefused(rules("add", "--exclude", "--price", "cheap"), "10-20, -20 or 10-");
        assertRefused(rules("add", "--exclude", "--brand", "acme"), "no brand acme");
        assertRefused(rules("remove", "9"), "no rule 9");
        assertRefused(run("rules"), "Missing required subcommand");
        rules("add", "--pin", "1", "--item", "i1");
        assertRefused(rules("add", "--pin", "1", "--item", "i2"), "pin to place 1");
        assertRefused(rules("add", "--exclude", "--brand", "Folio"), "which rule 2 excludes");
        assertThat(json(rules("list", "--json")).get("rules")).hasSize(1);
    }

    private static void assertRefused(CommandRun ran, String message) {
        assertThat(ran.code()).as(ran.error()).isEqualTo(2);
        assertThat(ran.error()).contains(message);
        assertThat(ran.error().lines()).hasSize(1);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aRuleIsPreviewedThenSeenInListsAndInTheReplay() throws IOException {
        assertThat(run("train", "--db", store).code()).isZero();
        JsonNode preview = json(rules("preview", "--json", "--exclude", "--brand", "Folio"));
        assertThat(preview.get("cases").asInt()).isPositive();
        JsonNode slots = preview.get("slots").get(0);
        assertThat(slots.get("before").asDouble()).isBetween(.3, .7);
        assertThat(slots.get("after").asDouble()).isZero();
        assertThat(preview.get("hr20").get("high").asDouble()).isNegative();
        assertThat(json(rules("list", "--json")).get("rules")).isEmpty();

        rules("add", "--exclude", "--brand", "Folio");
        rules("add", "--pin", "2", "--item", "i30");
        JsonNode places =
                json(run("recommend", "--db", store, "--items", "i3,i4", "--json", "--k", "10"))
                        .get("list");
        assertThat(places).hasSize(10);
        assertThat(places.get(1).get("item").asText()).isEqualTo("i30");
        assertThat(places.get(1).get("because").get("shares").has("rule 2")).isTrue();
        for (JsonNode place : places) {
            int number = Integer.parseInt(place.get("item").asText().substring(1));
            assertThat(number % 2).isZero();
        }
        assertThat(rules("preview", "--without", "1").out()).contains("slots of brand Folio");

        Path report = home.resolve("report");
        CommandRun ran =
                run("replay", "--db", store, "--members", "vstan,pop", "--report", "" + report);
        assertThat(ran.code()).as(ran.error()).isZero();
        JsonNode summary = new ObjectMapper().readTree(report.resolve("summary.json").toFile());
        List<String> rankers = new ArrayList<>();
        summary.get("results").forEach(one -> rankers.add(one.get("ranker").asText()));
        assertThat(rankers).containsExactly("vstan", "fused", "shown", "pop");
        assertThat(summary.get("settings").get("rule 1").asText())
                .isEqualTo("exclude: brand Folio");
    }
}
