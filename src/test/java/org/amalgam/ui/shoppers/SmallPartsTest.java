package org.amalgam.ui.shoppers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.Item;
import org.amalgam.pipeline.shop.Reason;
import org.amalgam.pipeline.shop.ShopList;
import org.amalgam.ui.fake.FakeShop;
import org.amalgam.ui.fake.FakeShopWindow;
import org.amalgam.ui.i18n.Language;
import org.amalgam.ui.i18n.Messages;
import org.amalgam.ui.shoppers.FusionChoice.Weighting;
import org.amalgam.ui.shoppers.HistoryModel.Kind;
import org.amalgam.ui.shoppers.HistoryModel.Step;
import org.amalgam.ui.shoppers.TimelineRow.SessionHead;
import org.amalgam.ui.shoppers.TimelineRow.StepRow;
import org.junit.jupiter.api.Test;

/** Standings, choices of fusion, rows of the timeline, search and words of this screen. */
class SmallPartsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final FakeShopWindow window = new FakeShopWindow(List.of());

    private static ShopList list(int... items) {
        List<ShopList.Place> places = new ArrayList<>();
        for (int item : items) {
            places.add(
                    new ShopList.Place(
                            places.size() + 1,
                            FakeShop.catalogue().item(item),
                            1,
                            Map.of(),
                            Optional.empty()));
        }
        return new ShopList(places);
    }

    @Test
    void aPlaceRoseFellStayedOrIsFresh() {
        ShopList before = list(5, 6, 7);
        ShopList now = list(7, 6, 5, 8);

        assertThat(now.places().stream().map(place -> Standing.of(place, before)))
                .containsExactly(
                        new Standing.Moved(2),
                        new Standing.Same(),
                        new Standing.Moved(-2),
                        new Standing.Fresh());
    }

    @Test
    void weightsComeFromWhereTheChoiceSays() {
        assertThat(FusionChoice.of(Weighting.LEARNED).weights(window)).isEqualTo(window.learned());
        assertThat(FusionChoice.of(Weighting.EQUAL).weights(window)).isEqualTo(window.equal());
        assertThat(FusionChoice.of(Weighting.EQUAL).aloneBy("itemknn").weights(window))
                .isEqualTo(FusionWeights.uniform(List.of("itemknn")));
        assertThat(
                        FusionChoice.of(Weighting.EQUAL)
                                .moved("vstan", 0.2)
                                .moved("itemknn", 0.6)
                                .weights(window)
                                .of("itemknn"))
                .isEqualTo(0.75, within(1e-12));
    }

    @Test
    void membersThatAreNotThereDoNotCount() {
        assertThat(FusionChoice.of(Weighting.EQUAL).aloneBy("lstm").weights(window))
                .isEqualTo(window.equal());
        assertThat(FusionChoice.of(Weighting.EQUAL).moved("lstm", 1).weights(window))
                .isEqualTo(window.equal());
    }

    private static Step step(int id, int minutes) {
        Instant time = NOON.plus(Duration.ofMinutes(minutes));
        return new Step(id, new Event(id, 0, 0, Action.VIEW, time), Kind.HAPPENED);
    }

    @Test
    void theTimelineHasSessionsAndTheirStepsNewestFirst() {
        Step first = step(0, 0);
        Step second = step(1, 29);
        Step third = step(2, 59);

        assertThat(TimelineRow.of(List.of(first, second, third), Duration.ofMinutes(30)))
                .containsExactly(
                        new SessionHead(third.event().time(), 1),
                        new StepRow(third),
                        new SessionHead(NOON, 2),
                        new StepRow(second),
                        new StepRow(first));
        assertThat(TimelineRow.of(List.of(), Duration.ofMinutes(30))).isEmpty();
    }

    @Test
    void itemsAreFoundByWordsOfTitlesInBothLanguagesAndById() {
        assertThat(find("shoes trail")).containsExactly("sku-1000");
        assertThat(find("降噪")).containsExactly("sku-1009");
        assertThat(find("sku-1003")).containsExactly("sku-1003");
        assertThat(find("sku-100")).hasSize(4);
        assertThat(find("  ")).isEmpty();
    }

    private static List<String> find(String typed) {
        return ItemSearch.find(FakeShop.catalogue(), typed, 4).stream().map(Item::id).toList();
    }

    @Test
    void reasonsReadAsPeopleSpeak() {
        Messages messages = new Messages();
        ReasonWords words = new ReasonWords(messages);
        Item shoes = FakeShop.catalogue().item(0);
        Item socks = FakeShop.catalogue().item(1);
        Reason.Met met = new Reason.Met(shoes, Action.VIEW, Duration.ofSeconds(125));

        assertThat(words.of(socks, new Reason.BoughtWith(met, 1)))
                .isEqualTo("Bought with Trail running shoes, viewed 2 minutes ago – in 1 session");
        assertThat(words.of(socks, new Reason.WentOn(met, 1_200)))
                .isEqualTo(
                        "Others who met Trail running shoes went on to this – in 1,200 sessions");
        assertThat(words.of(shoes, new Reason.Carried(met)))
                .isEqualTo("This shopper viewed it 2 minutes ago");
        assertThat(
                        words.of(
                                socks,
                                new Reason.Carried(
                                        new Reason.Met(shoes, Action.PURCHASE, Duration.ZERO))))
                .isEqualTo("Goes with Trail running shoes, bought just now");

        messages.languageProperty().set(Language.CHINESE);
        assertThat(words.of(socks, new Reason.BoughtWith(met, 1))).contains("越野跑鞋");
    }
}
