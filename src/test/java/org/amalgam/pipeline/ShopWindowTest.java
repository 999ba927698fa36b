package org.amalgam.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.amalgam.domain.Event;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.domain.rule.RuleScope;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.WorkbenchFactory.ShopSize;
import org.amalgam.pipeline.shop.ListRequest;
import org.amalgam.pipeline.shop.ShopList;
import org.amalgam.pipeline.shop.ShopWindow;
import org.amalgam.pipeline.shop.Shoppers;
import org.amalgam.pipeline.shop.Shoppers.Order;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists from a real store, with the members that need no training beforehand. */
class ShopWindowTest {

    @TempDir static Path home;

    private static Workbench workbench;
    private static Shoppers shoppers;
    private static ShopWindow window;

    @BeforeAll
    static void open() {
        Path shop = home.resolve("shop");
        new Workbenches().simulate(new ShopSize(120, 200, 3_000), 11, shop, TaskMonitor.silent());
        workbench = new Workbenches().open(home.resolve("store"));
        workbench.importLogs(
                List.of(shop.resolve("items.csv"), shop.resolve("events.csv")),
                "auto",
                TaskMonitor.silent());
        shoppers = workbench.shoppers(TaskMonitor.silent());
        window = workbench.shopWindow(shoppers, 42, TaskMonitor.silent());
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    private static int busiest() {
        return shoppers.find("", Order.EVENTS)[0];
    }

    private static ListRequest request(List<Event> history, FusionWeights weights) {
        Instant asOf = history.get(history.size() - 1).time();
        return new ListRequest(history, asOf, ShopWindow.METHODS.get(0), weights, 10, 10);
    }

    @Test
    void everyEventOfTheStoreIsSomeShoppers() {
        long events = 0;
        for (int shopper : shoppers.find("", Order.RECENT)) {
            events += shoppers.eventCount(shopper);
        }

        assertThat(events).isEqualTo(workbench.timeSpan().orElseThrow().events());
    }

    @Test
    void withoutTrainedNetworksMembersThatCountAnswer() {
        assertThat(window.untrained()).containsExactlyInAnyOrder("lstm", "cnn", "gan");
        assertThat(window.members()).contains("vstan", "markov", "itemknn", "pop");
        assertThat(window.equal().members()).contains("vstan", "markov");
    }

    @Test
    void sharesSumToTheScoreAndEveryPlaceHasItsReason() {
        ShopList list = window.list(request(shoppers.events(busiest()), window.learned()));

        assertThat(list.places()).hasSize(10);
        for (ShopList.Place place : list.places()) {
            double sum = place.shares().values().stream().mapToDouble(share -> share).sum();
            assertThat(sum).isEqualTo(place.score(), within(1e-5));
            assertThat(place.reason()).isPresent();
        }
        assertThat(list.places()).extracting(ShopList.Place::rank).startsWith(1, 2, 3);
    }

    @Test
    void askingTeachesNobody() {
        ListRequest request = request(shoppers.events(busiest()), window.equal());
        ShopList first = window.list(request);
        window.list(request(shoppers.events(busiest()).subList(0, 2), window.equal()));

        assertThat(window.list(request)).isEqualTo(first);
    }

    @Test
    void rulesActOnTheVeryNextListUntilTheyAreTakenBack() {
        ListRequest request = request(shoppers.events(busiest()), window.learned());
        ShopList before = window.list(request);
        String best = before.places().get(0).item().id();
        MerchandisingRule never =
                MerchandisingRule.of(1, new RuleEffect.Exclude(), new RuleScope.OneItem(best));
        workbench.changeRules(RuleBook.EMPTY.add(never), "test", "");
        try {
            assertThat(window.list(request).places())
                    .hasSize(10)
                    .extracting(place -> place.item().id())
                    .doesNotContain(best)
                    .startsWith(before.places().get(1).item().id());
        } finally {
            workbench.changeRules(workbench.rules().remove(1), "test", "");
        }
        assertThat(window.list(request)).isEqualTo(before);
    }

    @Test
    void anotherHistoryGivesAnotherList() {
        List<Event> events = shoppers.events(busiest());
        ShopList whole = window.list(request(events, window.equal()));

        ShopList part = window.list(request(events.subList(0, 1), window.equal()));

        assertThat(part.overlap(whole).orElseThrow()).isLessThan(1);
    }

    @Test
    void oneMemberAloneDecides() {
        FusionWeights alone = FusionWeights.uniform(List.of("pop"));

        ShopList list = window.list(request(shoppers.events(busiest()), alone));

        assertThat(list.places()).allSatisfy(p -> assertThat(p.shares()).containsOnlyKeys("pop"));
    }

    @Test
    void itemsThatFirstOccurredLaterAreNotShown() {
        Instant first = workbench.timeSpan().orElseThrow().first();
        ListRequest early =
                new ListRequest(
                        List.of(),
                        first,
                        ShopWindow.METHODS.get(0),
                        FusionWeights.uniform(List.of("pop")),
                        10,
                        0);

        assertThat(window.list(early).places()).hasSizeBetween(1, 9);
    }

    @Test
    void someoneOfWhomNothingIsKnownGetsWhatSuitsEverybody() {
        ListRequest request =
                new ListRequest(
                        List.of(),
                        workbench.timeSpan().orElseThrow().last(),
                        ShopWindow.METHODS.get(0),
                        FusionWeights.uniform(List.of("pop")),
                        5,
                        5);

        assertThat(window.list(request).places())
                .hasSize(5)
                .allSatisfy(
                        place ->
                                assertThat(place.reason().orElseThrow().getClass().getSimpleName())
                                        .isEqualTo("Anybody"));
    }

    @Test
    void weightOfAStrangerIsRefused() {
        ListRequest request =
                request(shoppers.events(busiest()), FusionWeights.uniform(List.of("lstm")));

        assertThatThrownBy(() -> window.list(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lstm");
    }

    @Test
    void aClosedWindowAnswersNoMoreAndClosingTwiceIsFine() {
        ShopWindow other = workbench.shopWindow(shoppers, 42, TaskMonitor.silent());
        other.close();
        other.close();

        assertThatThrownBy(() -> other.list(request(shoppers.events(busiest()), other.equal())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theLearnedWeightsDifferFromEqualOnes() {
        assertThat(window.learned().members()).isEqualTo(window.equal().members());
        assertThat(window.learned()).isNotEqualTo(window.equal());
    }
}
