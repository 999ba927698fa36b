package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.amalgam.config.NeighbourSettings;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.ItemPage.Likeness;
import org.amalgam.pipeline.ItemPage.Similar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real store of visits that each walk through items 4n to 4n + 3. */
class ItemPagesTest {

    private static final int VISITS = 60;
    private static final int EACH = 4;
    private static final int SHELVES = 6;

    @TempDir Path folder;
    private Path store;

    @BeforeEach
    void fill() throws IOException {
        store = folder.resolve("shop");
        Path log = folder.resolve("events.csv");
        Files.writeString(log, LogFiles.log(VISITS * EACH, ItemPagesTest::line));
        try (Workbench workbench = new Workbenches().open(store)) {
            workbench.importLogs(List.of(log), "auto", TaskMonitor.silent());
        }
    }

    private static String line(long i) {
        long visit = i / EACH;
        long time = 1_772_352_000 + visit * 7_200 + i % EACH * 61 + visit % 7;
        long item = visit % SHELVES * EACH + i % EACH;
        String action = i % EACH == EACH - 1 && visit % 2 == 0 ? "purchase" : "view";
        return time + ",u" + visit % 9 + ",i" + item + "," + action;
    }

    private static void replayToTheEnd(Workbench workbench, String... members)
            throws InterruptedException {
        ReplayRequest request =
                ReplayRequest.atFullSpeed(List.of(members), FusionRequest.by("hedge"), false, 1);
        try (ReplaySession session = workbench.replay(request, TaskMonitor.silent())) {
            session.play();
            session.await();
        }
    }

    @Test
    void whatAFinishedReplayShowedIsThereAfterTheStoreIsOpenedAgain() throws Exception {
        try (Workbench workbench = new Workbenches().open(store)) {
            assertThat(workbench.lastExposure()).isEmpty();
            replayToTheEnd(workbench, "vstan");
        }
        try (Workbench workbench = new Workbenches().open(store)) {
            CatalogueExposure shown = workbench.lastExposure().orElseThrow();
            assertThat(shown.cases()).isEqualTo(36);
            assertThat(shown.items()).isEqualTo(SHELVES * EACH);
            long slots = 0;
            for (int item = 0; item < shown.items(); item++) {
                slots += shown.top20(item);
            }
            assertThat(slots).isEqualTo(36 * 20);
            assertThat(workbench.itemActivity(shown.span().trainedUntil()))
                    .allSatisfy(item -> assertThat(item.events()).isEqualTo(VISITS / SHELVES))
                    .allSatisfy(item -> assertThat(item.learned()).isEqualTo(8));
        }
    }

    @Test
    void whatWasShownOfOtherDataIsForgotten() throws Exception {
        try (Workbench workbench = new Workbenches().open(store)) {
            replayToTheEnd(workbench, "vstan");
            Path more = folder.resolve("more.csv");
            Files.writeString(more, LogFiles.HEADER + "1773000000,u1,i1,view\n");
            workbench.importLogs(List.of(more), "auto", TaskMonitor.silent());

            assertThat(workbench.lastExposure()).isEmpty();
        }
    }

    @Test
    void aDamagedFileIsAClearLine() throws Exception {
        Files.writeString(folder.resolve("shop.exposure.gz"), "no zip");
        try (Workbench workbench = new Workbenches().open(store)) {
            assertThatThrownBy(workbench::lastExposure)
                    .isInstanceOf(UnusableInput.class)
                    .hasMessageContaining("shop.exposure.gz: unreadable");
        }
    }

    @Test
    void aPageTellsHowFarShoppersCameAndWhatIsSimilarByWhom() throws Exception {
        try (Workbench workbench = new Workbenches().open(store)) {
            replayToTheEnd(workbench, "vstan");
            TrainRequest training =
                    new TrainRequest(List.of("lstm", "itemknn"), workbench.splitAt(.8), 1, true);
            workbench.train(training, TaskMonitor.silent());

            Optional<CatalogueExposure> shown = workbench.lastExposure();
            ItemPage page = workbench.itemPage(3, shown);

            assertThat(page.funnel())
                    .extracting(ItemPage.Step::stage)
                    .containsExactly(ItemPage.Stage.values());
            ItemPage.Step bought = page.funnel().get(2);
            assertThat(bought.rate()).isBetween(bought.low(), bought.high());
            assertThat(page.shownTo()).hasSize(CatalogueExposure.SAMPLE);
            assertThat(page.shownTo()).allSatisfy(one -> assertThat(one.user()).startsWith("u"));
            assertThat(page.similar())
                    .extracting(Similar::by)
                    .containsExactly(Likeness.ITEM_ROWS, Likeness.SESSIONS);
            Similar bySessions = page.similar().get(1);
            assertThat(bySessions.member()).isEqualTo("itemknn");
            assertThat(bySessions.nearest())
                    .extracting(ItemPage.Neighbour::item)
                    .containsExactlyInAnyOrder(0, 1, 2);
            // Eight visits had both: 8 / (√(8·8) + shrinkage).
            assertThat(bySessions.nearest().get(0).likeness())
                    .isCloseTo(8 / (8 + shrinkage()), within(1e-6));
        }
    }

    private static double shrinkage() {
        return NeighbourSettings.defaults().shrinkage();
    }

    @Test
    void withoutStoredMembersContentAloneCanTell() {
        try (Workbench workbench = new Workbenches().open(store)) {
            ItemPage page = workbench.itemPage(3, Optional.empty());

            assertThat(page.shownTo()).isEmpty();
            assertThat(page.similar()).isEmpty();
        }
    }
}
