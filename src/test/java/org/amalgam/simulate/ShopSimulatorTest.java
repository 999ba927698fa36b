package org.amalgam.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.amalgam.config.SimulationSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShopSimulatorTest {

    private static final SimulationSettings SETTINGS = SimulationSettings.of(300, 600, 12_000, 5);

    @TempDir static Path shared;
    private static SimulationSummary summary;
    private static SimulatedFiles files;

    @BeforeAll
    static void writeOnce() throws IOException {
        summary = ShopSimulator.write(SETTINGS, shared, TaskMonitor.silent());
        files = new SimulatedFiles(shared);
    }

    @Test
    void theSameSettingsGiveTheSameBytes(@TempDir Path again) throws IOException {
        ShopSimulator.write(SETTINGS, again, TaskMonitor.silent());

        assertThat(contents(again)).isEqualTo(contents(shared)).hasSize(14);
    }

    @Test
    void anotherSeedGivesAnotherLog(@TempDir Path other) {
        SimulationSettings settings = SimulationSettings.of(300, 600, 12_000, 6);

        SimulationSummary different = ShopSimulator.write(settings, other, TaskMonitor.silent());

        assertThat(different.digests().get("events.csv"))
                .isNotEqualTo(summary.digests().get("events.csv"));
    }

    /** As hexadecimal digests by relative path. */
    static Map<String, String> contents(Path dir) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(dir)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                contents.put(dir.relativize(path).toString().replace('\\', '/'), sha256(path));
            }
        }
        return contents;
    }

    private static String sha256(Path path) throws IOException {
        byte[] digest = CsvFile.sha256().digest(Files.readAllBytes(path));
        return java.util.HexFormat.of().formatHex(digest);
    }

    @Test
    void theManifestsDigestsAreThoseOfTheFiles() throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(shared.resolve("manifest.json").toFile());

        assertThat(manifest.get("sha256").size()).isEqualTo(13);
        for (var digest : manifest.get("sha256").properties()) {
            assertThat(sha256(shared.resolve(digest.getKey())))
                    .as(digest.getKey())
                    .isEqualTo(digest.getValue().asText());
        }
        assertThat(manifest.get("seed").asLong()).isEqualTo(5);
    }

    @Test
    void theLogHasExactlyTheLinesAskedForInOrderOfTime() throws IOException {
        assertThat(files.lines()).hasSize(12_000);
        Set<String> broken = files.firstColumn("truth/malformed.csv");
        Instant before = SETTINGS.start();
        Instant end = SETTINGS.start().plusSeconds(42 * 86_400L);
        for (SimulatedFiles.Line line : files.lines()) {
            if (!broken.contains(Integer.toString(line.number()))) {
                assertThat(line.time()).isBetween(before, end);
                before = line.time();
            }
        }
    }

    @Test
    void aShortOrCrowdedLogIsExactToo(@TempDir Path tiny, @TempDir Path crowded)
            throws IOException {
        ShopSimulator.write(SimulationSettings.of(3, 100, 100, 1), tiny, TaskMonitor.silent());
        ShopSimulator.write(SimulationSettings.of(2, 100, 3_000, 1), crowded, TaskMonitor.silent());

        assertThat(new SimulatedFiles(tiny).lines()).hasSize(100);
        assertThat(new SimulatedFiles(crowded).lines()).hasSize(3_000);
    }

    @Test
    void duplicatesAreExactlyTheStatedLines() throws IOException {
        Set<Integer> stated = new HashSet<>();
        for (List<String> row : files.rows("truth/duplicates.csv")) {
            int copy = Integer.parseInt(row.get(0));
            stated.add(copy);
            assertThat(files.line(copy).fields())
                    .isEqualTo(files.line(Integer.parseInt(row.get(1))).fields());
        }
        Set<List<String>> seen = new HashSet<>();
        Set<Integer> found = new HashSet<>();
        for (SimulatedFiles.Line line : files.lines()) {
            if (!seen.add(line.fields())) {
                found.add(line.number());
            }
        }
        assertThat(found).isEqualTo(stated).hasSize((int) summary.duplicates()).isNotEmpty();
    }

    @Test
    void malformedLinesAreExactlyTheStatedOnes() throws IOException {
        Set<String> items = files.firstColumn("items.csv");
        Set<String> found = new HashSet<>();
        for (SimulatedFiles.Line line : files.lines()) {
            if (isMalformed(line, items)) {
                found.add(Integer.toString(line.number()));
            }
        }
        assertThat(found).isEqualTo(files.firstColumn("truth/malformed.csv")).isNotEmpty();
    }

    private static boolean isMalformed(SimulatedFiles.Line line, Set<String> items) {
        return line.fields().size() != 8
                || !line.fields().get(0).matches("2026-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")
                || line.user().isEmpty()
                || Stream.of(Action.values())
                        .noneMatch(action -> action.name().equalsIgnoreCase(line.action()))
                || (!line.action().equals("search") && !items.contains(line.item()))
                || !line.fields().get(5).matches("|\\d+\\.\\d\\d");
    }

    @Test
    void gapsAreEmpty() throws IOException {
        List<List<String>> gaps = files.rows("truth/gaps.csv");
        assertThat(gaps).hasSize(3);
        Set<String> broken = files.firstColumn("truth/malformed.csv");
        for (List<String> gap : gaps) {
            Instant from = Instant.parse(gap.get(0));
            Instant until = Instant.parse(gap.get(1));
            assertThat(files.lines())
                    .filteredOn(line -> !broken.contains(Integer.toString(line.number())))
                    .noneMatch(line -> !line.time().isBefore(from) && line.time().isBefore(until));
        }
    }

    @Test
    void botsAreInhumanlyFastOrRegularAndShoppersAreNot() throws IOException {
        Set<String> bots = files.firstColumn("truth/bots.csv");
        Set<String> flagged = new HashSet<>();
        for (var gaps : gapsByUser().entrySet()) {
            long brisk = gaps.getValue().stream().filter(seconds -> seconds <= 1).count();
            long modal =
                    gaps.getValue().stream()
                            .filter(seconds -> seconds < 1800)
                            .mapToLong(
                                    one ->
                                            gaps.getValue().stream()
                                                    .filter(other -> other.equals(one))
                                                    .count())
                            .max()
                            .orElse(0);
            int count = gaps.getValue().size();
            if (count > 30 && (brisk > 0.8 * count || modal > 0.8 * count)) {
                flagged.add(gaps.getKey());
            }
        }
        assertThat(flagged).isEqualTo(bots).hasSize(2);
    }

    private Map<String, List<Long>> gapsByUser() throws IOException {
        Set<String> skipped = files.firstColumn("truth/duplicates.csv");
        skipped.addAll(files.firstColumn("truth/malformed.csv"));
        Map<String, Instant> last = new TreeMap<>();
        Map<String, List<Long>> gaps = new TreeMap<>();
        for (SimulatedFiles.Line line : files.lines()) {
            if (skipped.contains(Integer.toString(line.number()))) {
                continue;
            }
            Instant before = last.put(line.user(), line.time());
            if (before != null) {
                gaps.computeIfAbsent(line.user(), user -> new java.util.ArrayList<>())
                        .add(line.time().getEpochSecond() - before.getEpochSecond());
            }
        }
        return gaps;
    }

    @Test
    void newItemsAreNotSeenBeforeTheyArrive() throws IOException {
        Map<String, Instant> arrives = new TreeMap<>();
        for (List<String> row : files.rows("truth/items.csv")) {
            arrives.put(row.get(0), Instant.parse(row.get(6)));
        }
        assertThat(arrives.values())
                .filteredOn(time -> time.isAfter(SETTINGS.start()))
                .isNotEmpty();
        for (SimulatedFiles.Line line : files.sound()) {
            if (!line.item().isEmpty()) {
                assertThat(line.time()).isAfterOrEqualTo(arrives.get(line.item()));
            }
        }
    }

    @Test
    void titlesAreUniqueAndInBothLanguages() throws IOException {
        List<List<String>> items = files.rows("items.csv");
        assertThat(items).hasSize(600);
        assertThat(items.stream().map(row -> row.get(1)).distinct()).hasSize(600);
        assertThat(items)
                .allMatch(row -> row.get(2).codePoints().anyMatch(Character::isIdeographic));
        assertThat(items)
                .noneMatch(row -> row.get(1).codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void aCancelledSimulationStops(@TempDir Path dir) {
        TaskMonitor cancelled =
                new TaskMonitor() {
                    @Override
                    public void progress(String what, long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        SimulationSettings large = SimulationSettings.of(2_000, 600, 500_000, 5);

        assertThatThrownBy(() -> ShopSimulator.write(large, dir, cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
