package org.amalgam.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.pipeline.ItemPage;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.OwnThread;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.fake.FakeReplaySession;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.i18n.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the made-up shop of 24 items, of which four are shown to nobody. */
class CatalogueViewModelTest {

    @TempDir Path home;

    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(0);
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean later;
    private Desk desk;
    private CatalogueViewModel model;

    private void open() {
        TaskRunner runner = OwnThread.runner();
        desk = new Desk(factory, runner, new Messages(), new Folders(home));
        model =
                new CatalogueViewModel(
                        desk,
                        work -> {
                            if (later) {
                                waiting.add(work);
                            } else {
                                work.run();
                            }
                        },
                        Runnable::run);
        desk.importLogs(List.of(Path.of("events.csv")));
    }

    private void openAfterAReplay() {
        open();
        factory.newest().finishReplay();
        model.refresh();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private double shownOf(String id) {
        return model.rows().stream()
                .filter(row -> row.item().id().equals(id))
                .mapToDouble(CatalogueRow::shown)
                .sum();
    }

    private List<String> ids() {
        return model.rows().stream().map(row -> row.item().id()).toList();
    }

    @Test
    void withoutAReplayTheItemsAreListedAndNothingIsSaidOfWhatWasShown() {
        open();
        model.refresh();

        assertThat(model.rows()).hasSize(24);
        assertThat(model.tableProperty().get().orElseThrow().exposure()).isEmpty();
    }

    @Test
    void whatTheLastReplayShowedIsCounted() {
        openAfterAReplay();

        assertThat(model.rows().get(0).shown()).isEqualTo(5_000);
        assertThat(shownOf("sku-1020")).isZero();
        model.measureProperty().set(Measure.TOP_TEN);
        assertThat(model.rows().get(0).shown()).isEqualTo(2_500);
    }

    @Test
    void aReplayUnderWayGoesBeforeAnOlderOne() {
        openAfterAReplay();
        model.replay();
        FakeReplaySession session = factory.newest().replays().get(0);
        session.pause();
        session.advance(40);
        model.refresh();

        long cases = model.tableProperty().get().orElseThrow().exposure().orElseThrow().cases();
        assertThat(cases).isEqualTo(session.snapshots().take().orElseThrow().step());
    }

    @Test
    void allWordsSearchedForHaveToOccurInAnyLanguageOrColumn() {
        openAfterAReplay();

        model.filters().searchProperty().set("norda SHOES");
        assertThat(ids()).containsExactly("sku-1000");
        model.filters().searchProperty().set("跑鞋");
        assertThat(ids()).containsExactly("sku-1000");
        model.filters().searchProperty().set("sku-1009");
        assertThat(ids()).containsExactly("sku-1009");
        model.filters().searchProperty().set("no such thing");
        assertThat(ids()).isEmpty();
        model.filters().clear();
        assertThat(ids()).hasSize(24);
    }

    @Test
    void brandCategoryAndPriceNarrowTheList() {
        openAfterAReplay();

        model.filters().categoryProperty().set(Optional.of("Kitchen"));
        assertThat(ids()).containsExactly("sku-1005", "sku-1006", "sku-1007");
        model.filters().brandProperty().set(Optional.of("Hagane"));
        assertThat(ids()).containsExactly("sku-1006", "sku-1007");
        model.filters().leastPriceProperty().set("55,0");
        assertThat(ids()).containsExactly("sku-1007");
        model.filters().mostPriceProperty().set("cheap");
        assertThat(ids()).containsExactly("sku-1007");
        model.filters().brandProperty().set(Optional.of(CatalogueFilter.NONE));
        assertThat(ids()).isEmpty();
    }

    @Test
    void itemsShownToNobodyAreListedWithTheirReasons() {
        openAfterAReplay();

        model.filters().unshownProperty().set(true);
        assertThat(ids()).containsExactly("sku-1020", "sku-1022", "sku-1021", "sku-1023");
        assertThat(model.tableProperty().get().orElseThrow().unshown())
                .isEqualTo(
                        Map.of(
                                UnshownReason.OUTRANKED, 1L,
                                UnshownReason.RARE, 1L,
                                UnshownReason.NEW, 1L,
                                UnshownReason.NEVER_MET, 1L));
        model.filters().reasonProperty().set(Optional.of(UnshownReason.RARE));
        assertThat(ids()).containsExactly("sku-1021");
        model.filters().reasonProperty().set(Optional.empty());
        model.filters().ageProperty().set(Optional.of(Age.WEEK));
        assertThat(ids()).containsExactly("sku-1022", "sku-1023");
        model.filters().unshownProperty().set(false);
        assertThat(ids()).hasSize(24);
    }

    @Test
    void whatIsAskedForMostComesFirst() {
        openAfterAReplay();
        model.order(Optional.of(Comparator.comparingDouble(CatalogueRow::shown)));
        model.order(Optional.empty());

        assertThat(model.rows()).isSortedAccordingTo(Comparator.comparingInt(CatalogueRow::rank));
        assertThat(model.rows().get(0).rank()).isEqualTo(1);
    }

    @Test
    void anOrderHoldsWhateverIsFiltered() {
        openAfterAReplay();

        model.order(Optional.of(Comparator.comparingDouble(CatalogueRow::shown).reversed()));
        model.filters().categoryProperty().set(Optional.of("Home"));
        assertThat(ids()).containsExactly("sku-1018", "sku-1019", "sku-1020", "sku-1021");
        model.order(Optional.empty());
        assertThat(ids()).containsExactly("sku-1020", "sku-1019", "sku-1018", "sku-1021");
    }

    @Test
    void anItemsPageIsReadAndFollowsTheItem() {
        openAfterAReplay();

        model.open(3);
        assertThat(model.pageProperty().get()).map(ItemPage::item).contains(3);
        model.open(5);
        assertThat(model.chosenProperty().get()).map(row -> row.item().index()).contains(5);
        assertThat(model.pageProperty().get()).map(ItemPage::item).contains(5);
        model.close();
        assertThat(model.chosenProperty().get()).isEmpty();
    }

    @Test
    void ofManySearchesOnlyTheLastIsAnswered() {
        openAfterAReplay();

        later = true;
        model.filters().searchProperty().set("s");
        model.filters().searchProperty().set("sh");
        model.filters().searchProperty().set("shoes");
        assertThat(ids()).hasSize(24);
        waiting.remove().run();
        waiting.remove().run();
        assertThat(ids()).hasSize(24);
        waiting.remove().run();
        assertThat(ids()).containsExactly("sku-1000");
    }

    @Test
    void anotherStoreForgetsWhatWasShownOfTheFirst() {
        openAfterAReplay();
        model.open(3);
        desk.exploreDemo();

        assertThat(model.tableProperty().get()).isEmpty();
        assertThat(model.rows()).isEmpty();
        assertThat(model.chosenProperty().get()).isEmpty();
    }

    @Test
    void aFailureIsALine() {
        openAfterAReplay();

        model.export(home.resolve("missing").resolve("list.csv"));
        assertThat(model.failureProperty().get().orElseThrow()).contains("cannot be written");
        model.refresh();
        assertThat(model.failureProperty().get()).isEmpty();
    }

    @Test
    void theListIsWrittenAsItStands() throws Exception {
        openAfterAReplay();
        Path file = home.resolve("list.csv");

        model.filters().searchProperty().set("merino");
        model.export(file);

        assertThat(Files.readAllLines(file, StandardCharsets.UTF_8))
                .containsExactly(
                        "item,title,title_zh,brand,category,price,views,carts,purchases,events,"
                                + "popularity_rank,shown,shown_share_over_event_share",
                        "sku-1001,\"Merino hiking socks, 3 pairs\",美利奴羊毛徒步袜(3 双),Norda,Sports,16.9,"
                                + row("views")
                                + ",2,2778.0,"
                                + row("ratio"));
    }

    private String row(String part) {
        CatalogueRow row = model.rows().get(0);
        return part.equals("views")
                ? row.views() + "," + row.carts() + "," + row.purchases() + "," + row.events()
                : String.valueOf(Math.rint(row.ratio().orElseThrow() * 10_000) / 10_000);
    }
}
