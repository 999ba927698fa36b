package org.amalgam.ui.shoppers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.shop.ShopList;
import org.amalgam.pipeline.shop.Shoppers.Order;
import org.amalgam.ui.desk.Background;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Folders;
import org.amalgam.ui.desk.OwnThread;
import org.amalgam.ui.desk.TaskRunner;
import org.amalgam.ui.export.ExportTable;
import org.amalgam.ui.fake.FakeShopWindow;
import org.amalgam.ui.fake.FakeShoppers;
import org.amalgam.ui.fake.FakeWorkbenchFactory;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.shoppers.FusionChoice.Weighting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShoppersViewModelTest {

    @TempDir Path home;

    private final Messages messages = new Messages();
    private final FakeWorkbenchFactory factory = new FakeWorkbenchFactory(0);
    private Desk desk;
    private ShoppersViewModel model;

    @BeforeEach
    void open() {
        TaskRunner runner = OwnThread.runner();
        desk = new Desk(factory, runner, messages, new Folders(home));
        model = new ShoppersViewModel(desk, atOnce(), atOnce());
        desk.importLogs(List.of(Path.of("events.csv")));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Background atOnce() {
        return new Background(Runnable::run, Runnable::run);
    }

    private ShopList left() {
        return model.left().shownProperty().get().orElseThrow().list();
    }

    private List<FakeShopWindow> windows() {
        return factory.newest().windows();
    }

    @Test
    void nothingIsReadBeforeSomebodyLooks() {
        assertThat(model.shoppers()).isEmpty();

        model.look();

        assertThat(model.foundProperty().get()).hasSize(FakeShoppers.COUNT);
        assertThat(windows()).hasSize(1);
    }

    @Test
    void theFirstShopperIsChosenAndHasAList() {
        model.look();

        assertThat(model.chosenProperty().get()).contains(model.foundProperty().get().get(0));
        assertThat(left().places()).hasSize(ListModel.K);
        assertThat(model.right().shownProperty().get()).isEmpty();
    }

    @Test
    void theListOfShoppersFollowsSearchAndOrder() {
        model.look();
        model.queryProperty().set("-01");
        assertThat(model.foundProperty().get()).hasSize(10);

        model.orderProperty().set(Order.EVENTS);
        List<Integer> counts =
                model.foundProperty().get().stream()
                        .map(shopper -> model.shoppers().orElseThrow().eventCount(shopper))
                        .toList();
        assertThat(counts).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void aChangeOfHistoryMovesTheListAndKeepsWhatItWas() {
        model.look();
        ShopList before = left();

        model.putIn(model.catalogue().item(20));

        assertThat(left()).isNotEqualTo(before);
        assertThat(
                        unplaced(
                                model.left()
                                        .shownProperty()
                                        .get()
                                        .orElseThrow()
                                        .unchanged()
                                        .orElseThrow()))
                .isEqualTo(unplaced(before));

        model.history().reset();
        assertThat(left()).isEqualTo(before);
    }

    /** Items alone: what a list is compared with needs no reasons. */
    private static List<Integer> unplaced(ShopList list) {
        return list.places().stream().map(place -> place.item().index()).toList();
    }

    @Test
    void twoSettingsStandSideBySide() {
        model.look();
        model.comparingProperty().set(true);
        model.right().choiceProperty().set(FusionChoice.of(Weighting.EQUAL).aloneBy("vstan"));

        ShopList right = model.right().shownProperty().get().orElseThrow().list();
        assertThat(right.places().get(0).shares()).containsOnlyKeys("vstan");
        assertThat(left().places().get(0).shares()).containsKeys("vstan", "itemknn");

        model.comparingProperty().set(false);
        assertThat(model.right().shownProperty().get()).isEmpty();
    }

    @Test
    void afterTrainingTheMembersAreLoadedAnewAndTheShopperStays() {
        model.look();
        Optional<Integer> chosen = model.chosenProperty().get();
        assertThat(model.window().orElseThrow().untrained()).isNotEmpty();

        model.train();

        assertThat(model.window().orElseThrow().untrained()).isEmpty();
        assertThat(windows().get(0).isClosed()).isTrue();
        assertThat(model.chosenProperty().get()).isEqualTo(chosen);
    }

    @Test
    void networksTrainedBesideAReplayAreLoadedToo() {
        model.look();

        desk.exploreDemo();

        assertThat(windows()).hasSize(2);
        assertThat(windows().get(0).isClosed()).isTrue();
    }

    @Test
    void theListIsMadeAnewWhenRulesWereChanged() {
        model.look();
        int asked = windows().get(0).requests().size();

        desk.obey(RuleBook.EMPTY);

        assertThat(windows().get(0).requests()).hasSize(asked + 1);
    }

    @Test
    void anAudienceHasARowAShopperWithTheFirstItemsOfItsList() {
        model.look();
        model.queryProperty().set("-00");
        List<Integer> found = model.foundProperty().get();

        ExportTable table =
                ShopperTables.audience(
                        model.shoppers().orElseThrow(),
                        found,
                        model.window().orElseThrow(),
                        FusionChoice.of(Weighting.LEARNED),
                        ShopperTables.audienceColumns(messages),
                        TaskMonitor.silent());

        assertThat(table.rows()).hasSize(10);
        String first = model.shoppers().orElseThrow().id(found.get(0));
        assertThat(table.rows().get(0).get(0)).isEqualTo(first);
        model.chosenProperty().set(Optional.of(found.get(0)));
        assertThat(table.rows().get(0).get(4)).isEqualTo(left().places().get(0).item().id());
    }

    @Test
    void aWrittenListHasEveryPlaceWithItsShares() {
        model.look();

        ExportTable table =
                ShopperTables.lists(
                        "ann", List.of(new ShopperTables.Named("Learned", left())), messages);

        assertThat(table.rows()).hasSize(ListModel.K);
        assertThat(table.columns()).endsWith("vstan", "itemknn");
        List<Object> row = new ArrayList<>(table.rows().get(0));
        assertThat(row).startsWith("ann", "Learned", 1);
    }
}
