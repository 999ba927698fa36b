package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.Item;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.domain.rule.RuleScope;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.RulePreview;
import org.junit.jupiter.api.Test;

/** Worked by hand: 40 items of price 10, scored from the highest number down. */
class RulesTrialTest {

    private static final int ITEMS = 40;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Catalogue CATALOGUE = new Catalogue(items());

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int index = 0; index < ITEMS; index++) {
            items.add(
                    new Item(
                            index,
                            "i" + index,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(index < 10 ? "low" : "high"),
                            Optional.empty(),
                            OptionalDouble.of(10)));
        }
        return items;
    }

    private static Event event(int user, int item) {
        return new Event(0, user, item, Action.VIEW, NOON);
    }

    private static float[] rising() {
        float[] scores = new float[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            scores[item] = item;
        }
        return scores;
    }

    private static RuleBook book(RuleEffect effect, RuleScope scope) {
        return RuleBook.EMPTY.add(MerchandisingRule.of(1, effect, scope));
    }

    /** Five cases of two users; the next items are 39, 30, 20, 19 and 5. */
    private static RulePreview tried(RuleBook before, RuleBook after) {
        RulesTrial trial = new RulesTrial(before, after, CATALOGUE);
        BitSet all = new BitSet();
        all.set(0, ITEMS);
        int[] next = {39, 30, 20, 19, 5};
        for (int i = 0; i < next.length; i++) {
            trial.visit(event(i % 2, next[i]), all, rising());
        }
        return trial.preview(ITEMS, 42);
    }

    @Test
    void aBoostThatFillsTenPlacesIsSeenInEveryFigure() {
        RulePreview preview =
                tried(RuleBook.EMPTY, book(new RuleEffect.Boost(1), new RuleScope.Brand("low")));
        // Ranks 1, 10, 20, 21, 35 become these: items below 10 rise by 39, so that 0 draws level
        // with 39 and all of them are before it: 11, 20, 30, 31 and 5.
        assertThat(preview.cases()).isEqualTo(5);
        assertThat(preview.hr20().before()).isEqualTo(.6);
        assertThat(preview.hr20().after()).isEqualTo(.6);
        assertThat(preview.mrr20().before()).isCloseTo((1 + .1 + .05) / 5, within(1e-12));
        assertThat(preview.mrr20().after()).isCloseTo((1 / 10.5 + .05 + .2) / 5, within(1e-12));
        assertThat(preview.revenue().after()).isEqualTo(6);
        RulePreview.Exposure low = preview.exposures().get(0);
        assertThat(low.slots().before()).isZero();
        assertThat(low.slots().after()).isEqualTo(.5);
        assertThat(low.slots().band()).contains(new RulePreview.Band(.5, .5));
        assertThat(preview.coverage20().before()).isEqualTo(.5);
        assertThat(preview.coverage20().after()).isEqualTo(.5);
    }

    @Test
    void thatNothingChangesIsSeenToo() {
        RuleBook rules = book(new RuleEffect.Exclude(), new RuleScope.Brand("high"));
        RulePreview preview = tried(rules, rules);
        assertThat(preview.exposures()).isEmpty();
        assertThat(preview.hr20().difference()).isZero();
        assertThat(preview.hr20().band()).contains(new RulePreview.Band(0, 0));
        assertThat(preview.gini20().before()).isCloseTo(.75, within(1e-9));
    }

    @Test
    void aRuleThatBeginsLaterIsTriedAsIfItActed() {
        RuleBook later =
                RuleBook.EMPTY.add(
                        new MerchandisingRule(
                                1,
                                new RuleEffect.Pin(1),
                                new RuleScope.OneItem("i5"),
                                true,
                                "",
                                Optional.of(NOON.plusSeconds(1_000_000)),
                                Optional.empty()));
        assertThat(tried(RuleBook.EMPTY, later).exposures().get(0).slots().after()).isEqualTo(.05);
        assertThat(tried(later, later).hr20().after()).isEqualTo(.6);
    }

    @Test
    void theLatestCasesAreAskedOnceAndKept() {
        List<Event> events = new ArrayList<>();
        for (int number = 0; number < 400; number++) {
            Instant time = NOON.plusSeconds(10L * number);
            events.add(new Event(number, number % 3, number % ITEMS, Action.VIEW, time));
        }
        ListSource source = new ListSource(ITEMS, events);
        RecentCases cases =
                RecentCases.of(source, SessionSettings.defaults(), NOON.plusSeconds(1_000), 120);
        assertThat(cases.size()).isEqualTo(120);
        assertThat(cases.scored()).isFalse();
        FakeMember member =
                new FakeMember(
                        "lstm",
                        RankerKind.MEMBER,
                        window -> (window.session().lastItem() + 3) % ITEMS);
        TrainedMembers members =
                new TrainedMembers(List.of(member), NOON, Map.of(), Map.of(), new int[ITEMS]);
        List<Integer> favourites = new ArrayList<>();
        cases.ask(
                members,
                Requests.at(Double.POSITIVE_INFINITY, FusionRequest.by("hedge")),
                FusionSettings.defaults(),
                (event, known, fused) -> favourites.add(best(fused) - event.item()),
                TaskMonitor.silent());
        assertThat(favourites).hasSize(120).containsOnly(0);
        assertThat(cases.scored()).isTrue();
        List<Integer> again = new ArrayList<>();
        cases.visit((event, known, fused) -> again.add(best(fused) - event.item()));
        assertThat(again).isEqualTo(favourites);
        assertThat(member.learned()).isZero();
        RecentCases none = RecentCases.of(source, SessionSettings.defaults(), Instant.MAX, 120);
        assertThat(none.size()).isZero();
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int item = 1; item < scores.length; item++) {
            best = scores[item] > scores[best] ? item : best;
        }
        return best;
    }
}
