package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.WorkbenchFactory.ShopSize;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay keeps the fusion it has learned, and takes it up again only where it fits. */
class LearnedFusionTest {

    @TempDir static Path home;

    @BeforeAll
    static void fill() {
        Path shop = home.resolve("shop");
        new Workbenches().simulate(new ShopSize(150, 200, 6_000), 11, shop, TaskMonitor.silent());
        try (Workbench workbench = new Workbenches().open(home.resolve("store"))) {
            List<Path> log = List.of(shop.resolve("items.csv"), shop.resolve("events.csv"));
            workbench.importLogs(log, "auto", TaskMonitor.silent());
        }
    }

    @Test
    void theSecondReplayTrainsNothingAndFusesAlike() throws IOException {
        Run first = replay("markov,itemknn,pop", 7);
        Path recipe = recipe();
        FileTime written = Files.getLastModifiedTime(recipe);
        Run second = replay("markov,itemknn,pop", 7);

        assertThat(first.trained()).isTrue();
        assertThat(second.trained()).isFalse();
        assertThat(second.figures()).isEqualTo(first.figures());
        assertThat(Files.getLastModifiedTime(recipe)).isEqualTo(written);

        assertThat(replay("markov,itemknn,pop", 8).trained()).isTrue();
        assertThat(replay("markov,itemknn,recentpop", 8).trained()).isTrue();
    }

    @Test
    void aTamperedKeyIsNotTaken() throws IOException {
        replay("markov,itemknn", 3);
        Path key = recipe().resolveSibling("learned-with.json");
        Files.writeString(key, Files.readString(key).substring(1));

        assertThat(replay("markov,itemknn", 3).trained()).isTrue();
    }

    /** What a replay found, and whether it trained members for it. */
    private record Run(List<String> figures, boolean trained) {}

    private static Path recipe() throws IOException {
        try (var files = Files.walk(home)) {
            return files.filter(file -> file.endsWith("fused.recipe.json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Run replay(String members, long seed) {
        AtomicBoolean trained = new AtomicBoolean();
        TaskMonitor monitor =
                new TaskMonitor() {
                    @Override
                    public void progress(String what, long done, long total) {
                        if (what.startsWith("markov")) {
                            trained.set(true);
                        }
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                };
        ReplayRequest request =
                new ReplayRequest(
                        List.of(members.split(",")),
                        new FusionRequest("stacking", Map.of(), Set.of("markov", "itemknn")),
                        Double.POSITIVE_INFINITY,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        false,
                        seed);
        ReportTarget target = new ReportTarget(home.resolve("report"), Optional.empty(), "replay");
        try (Workbench workbench = new Workbenches().open(home.resolve("store"))) {
            return new Run(
                    workbench.replay(request, target, monitor).results().stream()
                            .map(LearnedFusionTest::figures)
                            .toList(),
                    trained.get());
        }
    }

    private static String figures(RankerResult result) {
        return result.ranker() + " " + result.hr20() + " " + result.mrr20();
    }
}
