package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.amalgam.config.CheckpointSettings;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.RankedItem;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.domain.rule.RuleScope;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.junit.jupiter.api.Test;

/** Rules in replays of a log in which every session walks up the items: the next is last + 1. */
class ShownRankerTest {

    private static final int ITEMS = 40;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant SPLIT = START.plusSeconds(36_000);
    private static final RuleBook HIDE_SEVEN = hide(7);

    private final ListSource source = new ListSource(ITEMS, walk());
    private final List<StepOutcome> outcomes = new ArrayList<>();

    private static RuleBook hide(int item) {
        return RuleBook.EMPTY.add(
                MerchandisingRule.of(
                        1, new RuleEffect.Exclude(), new RuleScope.OneItem("i" + item)));
    }

    private static List<Event> walk() {
        Random random = new Random(3);
        List<Event> events = new ArrayList<>();
        int[] at = new int[5];
        for (int number = 0; number < 1_200; number++) {
            int user = random.nextInt(at.length);
            at[user] = (at[user] + 1) % ITEMS;
            Instant time = START.plusSeconds(60L * (number + 1));
            events.add(new Event(number, user, at[user], Action.VIEW, time));
        }
        return events;
    }

    private static int next(FeatureWindow window) {
        return window.context().isEmpty() ? 0 : (window.context().lastItem() + 1) % ITEMS;
    }

    private ReplaySetup setup(RuleBook rules) {
        ReplayRequest request = Requests.at(Double.POSITIVE_INFINITY, FusionRequest.by("weighted"));
        FakeMember member = new FakeMember("lstm", RankerKind.MEMBER, ShownRankerTest::next);
        return new ReplaySetup(
                source,
                new ReplaySetup.Span(SPLIT, SPLIT, Instant.MAX),
                request,
                SessionSettings.defaults(),
                new TrainedMembers(List.of(member), SPLIT, Map.of(), Map.of(), new int[ITEMS])
                        .lineup(request, FusionSettings.defaults(), MemberHost.MORE_THAN_ENOUGH),
                List.of(step -> outcomes.add(step.outcome())),
                Optional.empty(),
                CheckpointSettings.defaults(),
                rules);
    }

    private Map<String, RankerResult> replayed(RuleBook rules) {
        try (Replay replay = Replay.reported(setup(rules))) {
            replay.begin();
            while (replay.next().isPresent()) {
                replay.step();
            }
            return byName(replay);
        }
    }

    private static Map<String, RankerResult> byName(Replay replay) {
        Map<String, RankerResult> results = new LinkedHashMap<>();
        replay.summary().get().results().forEach(one -> results.put(one.ranker(), one));
        return results;
    }

    @Test
    void withoutEnabledRulesThereIsNoFurtherRanker() {
        assertThat(replayed(RuleBook.EMPTY)).doesNotContainKey("shown");
        RuleBook off = HIDE_SEVEN.replace(1, rule -> rule.enabled(false));
        assertThat(replayed(off)).doesNotContainKey("shown");
        assertThat(outcomes.get(0).fused().orElseThrow().ranker()).isEqualTo("fused-nets");
    }

    @Test
    void whatIsShownIsScoredBesideTheFusedRankerWhichStaysAsItIs() {
        RankerResult alone = replayed(RuleBook.EMPTY).get("fused-nets");
        outcomes.clear();
        Map<String, RankerResult> ruled = replayed(HIDE_SEVEN);
        assertThat(ruled.get("fused-nets").hr20()).isEqualTo(alone.hr20());
        assertThat(ruled.get("fused-nets").mrr20()).isEqualTo(alone.mrr20());
        long missed =
                outcomes.stream()
                        .filter(step -> !step.opensSession() && step.event().item() == 7)
                        .count();
        long cases = ruled.get("shown").cases();
        assertThat(missed).isPositive();
        assertThat(ruled.get("shown").mrr20())
                .isCloseTo(alone.mrr20() - (double) missed / cases, within(1e-9));
        assertThat(outcomes)
                .allSatisfy(
                        step ->
                                assertThat(step.fused().orElseThrow().top())
                                        .noneMatch(place -> place.item() == 7)
                                        .hasSize(StepScorer.K));
    }

    @Test
    void aRuleIsAShareOfItsOwnAndSharesMakeTheScore() {
        RuleBook rules =
                RuleBook.EMPTY
                        .add(
                                MerchandisingRule.of(
                                        1, new RuleEffect.Pin(2), new RuleScope.OneItem("i9")))
                        .add(
                                MerchandisingRule.of(
                                        1, new RuleEffect.Boost(.5), new RuleScope.OneItem("i11")));
        replayed(rules);
        for (StepOutcome step : outcomes) {
            List<RankedItem> top = step.fused().orElseThrow().top();
            assertThat(top.get(1).item()).isEqualTo(9);
            assertThat(top.get(1).shares()).containsKey("rule 1");
            for (RankedItem place : top) {
                double sum = 0;
                for (double share : place.shares().values()) {
                    sum += share;
                }
                assertThat((float) sum).isEqualTo((float) place.score());
                assertThat(place.shares().containsKey("rule 2")).isEqualTo(place.item() == 11);
            }
        }
    }

    @Test
    void rulesThatComeInBetweenActOnTheNextEventAndTravelWithTheReplay() {
        try (Replay replay = Replay.travelling(setup(RuleBook.EMPTY))) {
            replay.begin();
            replay.seek(100, () -> true);
            replay.order(state -> state.setRules(HIDE_SEVEN));
            replay.seek(300, () -> true);
            String there = replay.digest();
            Map<String, RankerResult> results = byName(replay);
            assertThat(results.get("shown").cases()).isEqualTo(results.get("fused-nets").cases());
            assertThat(results.get("shown").hr20()).isLessThan(results.get("fused-nets").hr20());
            replay.seek(50, () -> true);
            assertThat(byName(replay)).doesNotContainKey("shown");
            replay.seek(300, () -> true);
            assertThat(replay.digest()).isEqualTo(there);
            replay.order(state -> state.setRules(RuleBook.EMPTY));
            replay.step();
            assertThat(outcomes.get(outcomes.size() - 1).fused().orElseThrow().top())
                    .hasSize(StepScorer.K);
        }
    }
}
