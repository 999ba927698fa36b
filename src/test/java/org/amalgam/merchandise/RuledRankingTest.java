package org.amalgam.merchandise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.PriceBand;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.domain.rule.RuleEffect.Boost;
import org.amalgam.domain.rule.RuleEffect.Bury;
import org.amalgam.domain.rule.RuleEffect.Exclude;
import org.amalgam.domain.rule.RuleEffect.Pin;
import org.amalgam.domain.rule.RuleScope;
import org.amalgam.domain.rule.RuleScope.Brand;
import org.amalgam.domain.rule.RuleScope.Category;
import org.amalgam.domain.rule.RuleScope.OneItem;
import org.amalgam.domain.rule.RuleScope.Prices;
import org.amalgam.evaluation.TargetRanks;
import org.amalgam.evaluation.TopK;
import org.junit.jupiter.api.Test;

/**
 * Worked by hand on six items a to f with scores 1, .8, .6, .4, .2 and 0; a, c, e are of brand odd,
 * the others of brand even, and they cost 1 to 6.
 */
class RuledRankingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final float[] FALLING = {1, .8f, .6f, .4f, .2f, 0};
    private static final Brand ODD = new Brand("odd");
    private static final Brand EVEN = new Brand("even");

    private static final Catalogue CATALOGUE = new Catalogue(items());

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (int index = 0; index < 6; index++) {
            items.add(
                    new Item(
                            index,
                            String.valueOf((char) ('a' + index)),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(index % 2 == 0 ? "odd" : "even"),
                            Optional.of(index < 3 ? "Home > Low" : "Home > High"),
                            OptionalDouble.of(index + 1)));
        }
        return items;
    }

    /** Rules in the order given, numbered from 1. */
    private static RuleBook book(Object... effectsAndScopes) {
        RuleBook book = RuleBook.EMPTY;
        for (int i = 0; i < effectsAndScopes.length; i += 2) {
            RuleEffect effect = (RuleEffect) effectsAndScopes[i];
            RuleScope scope = (RuleScope) effectsAndScopes[i + 1];
            book = book.add(MerchandisingRule.of(1, effect, scope));
        }
        return book;
    }

    private static BitSet all() {
        BitSet all = new BitSet();
        all.set(0, FALLING.length);
        return all;
    }

    private static RuledRanking ruled(RuleBook book, float[] scores, BitSet candidates) {
        RuledRanking ranking = new RuledRanking(new CompiledRules(book, CATALOGUE));
        ranking.apply(NOW, scores, candidates);
        return ranking;
    }

    private static List<RuledRanking.Place> places(RuledRanking ranking, int k) {
        return ranking.list(new TopK(k).select(ranking.scores(), ranking.free()), k);
    }

    private static String ids(RuledRanking ranking, int k) {
        return places(ranking, k).stream()
                .map(place -> CATALOGUE.item(place.item()).id())
                .collect(Collectors.joining());
    }

    private static String shown(int k, Object... rules) {
        return ids(ruled(book(rules), FALLING, all()), k);
    }

    private static double rank(RuledRanking ranking, String id) {
        int item = CATALOGUE.find(id).orElseThrow().index();
        TargetRanks ranks = new TargetRanks(ranking.free());
        return ranking.rank(item, free -> ranks.rank(ranking.scores(), free))
                .map(TargetRank::meanRank)
                .orElse(Double.POSITIVE_INFINITY);
    }

    @Test
    void withoutRulesNothingChanges() {
        assertThat(shown(6)).isEqualTo("abcdef");
    }

    @Test
    void anExcludedItemLeavesItsPlaceToTheNext() {
        assertThat(shown(3, new Exclude(), new OneItem("b"))).isEqualTo("acd");
        assertThat(shown(6, new Exclude(), ODD)).isEqualTo("bdf");
    }

    @Test
    void aBoostRaisesByAShareOfTheRangeOfScores() {
        // d rises from .4 by .3 of the range, which is 1, to .7: between b and c.
        assertThat(shown(6, new Boost(.3), new OneItem("d"))).isEqualTo("abdcef");
        // Twice the scores are twice the range, and the same order.
        float[] doubled = {2, 1.6f, 1.2f, .8f, .4f, 0};
        RuledRanking ranking = ruled(book(new Boost(.3), new OneItem("d")), doubled, all());
        assertThat(ids(ranking, 6)).isEqualTo("abdcef");
        assertThat(ranking.scores()[3]).isEqualTo(1.4f);
    }

    @Test
    void aBuryOfOneLeavesNoBuriedItemAboveTheLowestOther() {
        // a falls to 0, level with f, which has the higher number.
        assertThat(shown(6, new Bury(1), ODD)).isEqualTo("bdafce");
        assertThat(shown(6, new Bury(.3), new OneItem("a"))).isEqualTo("bacdef");
    }

    @Test
    void strengthsOfSeveralRulesAddUp() {
        // d: .4 + .5 − .25 = .65; b: .8 − .25 = .55; f: −.25
        assertThat(shown(6, new Boost(.5), new OneItem("d"), new Bury(.25), EVEN))
                .isEqualTo("adcbef");
    }

    @Test
    void equalScoresStandByItemNumber() {
        float[] tied = {.5f, .5f, .5f, .5f, .5f, .5f};
        assertThat(ids(ruled(book(), tied, all()), 6)).isEqualTo("abcdef");
        // All are equal, so the range counts as 1 and a boost still raises.
        assertThat(ids(ruled(book(new Boost(.1), EVEN), tied, all()), 6)).isEqualTo("bdface");
    }

    @Test
    void aPinStandsAtItsPlaceAndTheOthersMakeRoom() {
        assertThat(shown(6, new Pin(2), new OneItem("f"))).isEqualTo("afbcde");
        assertThat(shown(6, new Pin(5), new OneItem("a"))).isEqualTo("bcdeaf");
        assertThat(shown(6, new Pin(1), new OneItem("e"), new Pin(3), new OneItem("f")))
                .isEqualTo("eafbcd");
    }

    @Test
    void aPinBeyondTheListTakesItsItemOutOfIt() {
        assertThat(shown(3, new Pin(5), new OneItem("a"))).isEqualTo("bcd");
    }

    @Test
    void aPinOfManyTakesTheBestOfThemThatIsLeft() {
        assertThat(shown(6, new Pin(1), EVEN)).isEqualTo("bacdef");
        assertThat(shown(6, new Pin(1), EVEN, new Pin(2), EVEN)).isEqualTo("bdacef");
        assertThat(shown(5, new Pin(1), EVEN, new Exclude(), new OneItem("b"))).isEqualTo("dacef");
        assertThat(shown(6, new Pin(1), EVEN, new Boost(.9), new OneItem("f"))).isEqualTo("fabcde");
    }

    @Test
    void anItemThatNeverOccurredIsShownOnlyWhenAPinNamesIt() {
        BitSet known = all();
        known.clear(5);
        assertThat(ids(ruled(book(new Boost(1), EVEN), FALLING, known), 6)).isEqualTo("bdace");
        assertThat(ids(ruled(book(new Pin(1), new OneItem("f")), FALLING, known), 6))
                .isEqualTo("fabcde");
    }

    @Test
    void pinsFollowWhenTheOthersRunOut() {
        assertThat(shown(6, new Pin(6), new OneItem("a"), new Exclude(), new Category("Home/High")))
                .isEqualTo("bca");
    }

    @Test
    void aPriceAndACategoryAreScopesToo() {
        assertThat(shown(6, new Exclude(), new Prices(new PriceBand(2, 4)))).isEqualTo("adef");
        assertThat(shown(6, new Exclude(), new Category("Home"))).isEmpty();
    }

    @Test
    void rulesActFromTheirBeginningAndNoLongerAtTheirEnd() {
        MerchandisingRule timed =
                new MerchandisingRule(
                        1,
                        new Exclude(),
                        new OneItem("a"),
                        true,
                        "",
                        Optional.of(NOW),
                        Optional.of(NOW.plusSeconds(10)));
        CompiledRules rules = new CompiledRules(RuleBook.EMPTY.add(timed), CATALOGUE);
        RuledRanking ranking = new RuledRanking(rules);
        Map<Integer, String> firstAt = new LinkedHashMap<>();
        for (int second : new int[] {-1, 0, 9, 10, 5, -1}) {
            ranking.apply(NOW.plusSeconds(second), FALLING, all());
            firstAt.put(second, ids(ranking, 1));
        }
        assertThat(firstAt).isEqualTo(Map.of(-1, "a", 0, "b", 9, "b", 10, "a", 5, "b"));
    }

    @Test
    void aDisabledRuleDoesNothing() {
        RuleBook off = book(new Exclude(), ODD).replace(1, rule -> rule.enabled(false));
        assertThat(ids(ruled(off, FALLING, all()), 6)).isEqualTo("abcdef");
    }

    @Test
    void ranksAreThoseOfTheWholeShownRanking() {
        RuledRanking ranking =
                ruled(
                        book(
                                new Pin(2), new OneItem("f"),
                                new Exclude(), new OneItem("c"),
                                new Pin(20), new OneItem("d")),
                        FALLING,
                        all());
        assertThat(ids(ranking, 6)).isEqualTo("afbed");
        assertThat(Arrays.asList(rank(ranking, "a"), rank(ranking, "f"), rank(ranking, "b")))
                .containsExactly(1.0, 2.0, 3.0);
        assertThat(rank(ranking, "e")).isEqualTo(4);
        assertThat(rank(ranking, "d")).isEqualTo(5);
        assertThat(rank(ranking, "c")).isInfinite();
    }

    @Test
    void aTiedBlockOnBothSidesOfAPinHasTheMeanOfItsPlaces() {
        float[] tied = {1, .5f, .5f, .5f, .2f, 0};
        RuledRanking ranking = ruled(book(new Pin(3), new OneItem("f")), tied, all());
        // a, b, f, c, d, e: the block stands at 2, 4 and 5.
        assertThat(rank(ranking, "c")).isCloseTo(11.0 / 3, within(1e-12));
        assertThat(rank(ranking, "e")).isEqualTo(6);
    }

    @Test
    void whatRulesGaveAreSharesAndAllSharesMakeTheScore() {
        RuledRanking ranking =
                ruled(book(new Pin(1), new OneItem("e"), new Boost(.1), ODD), FALLING, all());
        RuledRanking.Place first = places(ranking, 6).get(0);
        Map<String, Double> shares = first.shares(Map.of("lstm", .2));
        // a stands behind it with 1.1; e has .2, the boost gives .1 and the pin the rest.
        assertThat(first.score()).isEqualTo(1.1f);
        assertThat(shares.keySet()).containsExactly("lstm", "rule 2", "rule 1");
        assertThat(shares.get("rule 2")).isCloseTo(.1, within(1e-9));
        assertThat(shares.get("rule 1")).isCloseTo(.8, within(1e-6));
        RuledRanking.Place unmoved = places(ranking, 6).get(2);
        assertThat(unmoved.shares(Map.of("lstm", .8))).isEqualTo(Map.of("lstm", .8));
    }
}
