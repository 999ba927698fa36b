package org.amalgam.merchandise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.PriceBand;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.domain.rule.RuleScope;
import org.amalgam.evaluation.TargetRanks;
import org.amalgam.evaluation.TopK;

/** Laws of what rules show, for any usable book, scores and candidates. */
class RuledRankingLawsTest {

    private static final int ITEMS = 300;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Catalogue CATALOGUE = catalogue();

    private static Catalogue catalogue() {
        Random random = new Random(5);
        List<Item> items = new ArrayList<>();
        for (int index = 0; index < ITEMS; index++) {
            items.add(
                    new Item(
                            index,
                            "i" + index,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("brand" + random.nextInt(12)),
                            Optional.of("top > sub" + random.nextInt(5)),
                            OptionalDouble.of(random.nextInt(100))));
        }
        return new Catalogue(items);
    }

    /** Scores with ties, some items that never occurred, and up to eight rules. */
    private static final class Step {

        private final Random random;
        private final float[] scores = new float[ITEMS];
        private final BitSet candidates = new BitSet();
        private final RuleBook book;

        Step(long seed) {
            random = new Random(seed);
            for (int item = 0; item < ITEMS; item++) {
                scores[item] = random.nextInt(60) / 8f - 3;
                candidates.set(item, random.nextInt(10) > 0);
            }
            RuleBook made = RuleBook.EMPTY;
            for (int left = random.nextInt(9); left > 0; left--) {
                RuleBook more = made.add(MerchandisingRule.of(1, effect(), scope()));
                made = more.problems(CATALOGUE).isEmpty() ? more : made;
            }
            book = made;
        }

        private RuleEffect effect() {
            double strength = 1 - random.nextDouble();
            return switch (random.nextInt(4)) {
                case 0 -> new RuleEffect.Pin(1 + random.nextInt(RuleEffect.LAST_PLACE));
                case 1 -> new RuleEffect.Boost(strength);
                case 2 -> new RuleEffect.Bury(strength);
                default -> new RuleEffect.Exclude();
            };
        }

        private RuleScope scope() {
            return switch (random.nextInt(4)) {
                case 0 -> new RuleScope.OneItem("i" + random.nextInt(ITEMS));
                case 1 -> new RuleScope.Brand("brand" + random.nextInt(12));
                case 2 -> new RuleScope.Category("top/sub" + random.nextInt(5));
                default -> {
                    int from = random.nextInt(90);
                    yield new RuleScope.Prices(new PriceBand(from, from + 10));
                }
            };
        }

        RuledRanking ruled(RuleBook rules) {
            RuledRanking ranking = new RuledRanking(new CompiledRules(rules, CATALOGUE));
            ranking.apply(NOW, scores, candidates);
            return ranking;
        }
    }

    private static List<RuledRanking.Place> list(RuledRanking ranking, int k) {
        return ranking.list(new TopK(k).select(ranking.scores(), ranking.free()), k);
    }

    private static boolean excludes(RuleBook book, int item) {
        return book.rules().stream()
                .anyMatch(
                        rule ->
                                rule.effect() instanceof RuleEffect.Exclude
                                        && rule.scope().contains(CATALOGUE.item(item)));
    }

    @Property
    void noExcludedItemIsShownAndListsAreAsLongAsTheyCanBe(@ForAll long seed) {
        Step step = new Step(seed);
        List<RuledRanking.Place> list = list(step.ruled(step.book), 20);
        long possible = step.candidates.stream().filter(item -> !excludes(step.book, item)).count();
        assertThat(list).noneMatch(place -> excludes(step.book, place.item()));
        assertThat(list).hasSizeGreaterThanOrEqualTo((int) Math.min(20, possible));
        assertThat(new HashSet<>(list.stream().map(RuledRanking.Place::item).toList()))
                .hasSameSizeAs(list);
    }

    @Property
    void aShortListIsTheBeginningOfALongOneWithTheSameScores(@ForAll long seed) {
        Step step = new Step(seed);
        RuledRanking ranking = step.ruled(step.book);
        List<RuledRanking.Place> whole = list(ranking, ITEMS);
        for (int k = 1; k <= 21; k++) {
            List<RuledRanking.Place> some = list(ranking, k);
            assertThat(some).isEqualTo(whole.subList(0, some.size()));
        }
    }

    @Property
    void theOrderOfTheBookDoesNotMatter(@ForAll long seed) {
        Step step = new Step(seed);
        List<MerchandisingRule> shuffled = new ArrayList<>(step.book.rules());
        Collections.shuffle(shuffled, step.random);
        RuleBook other = new RuleBook(shuffled, step.book.nextNumber());
        assertThat(list(step.ruled(other), 20)).isEqualTo(list(step.ruled(step.book), 20));
    }

    @Property
    void scoresFallAlongTheListAndTheirSharesMakeThem(@ForAll long seed) {
        Step step = new Step(seed);
        float last = Float.POSITIVE_INFINITY;
        for (RuledRanking.Place place : list(step.ruled(step.book), 20)) {
            assertThat(place.score()).isLessThanOrEqualTo(last);
            last = place.score();
            double half = step.scores[place.item()] / 2.0;
            Map<String, Double> shares =
                    place.shares(Map.of("lstm", half, "cnn", step.scores[place.item()] - half));
            double sum = 0;
            for (double share : shares.values()) {
                sum += share;
            }
            assertThat((float) sum).isEqualTo(place.score());
        }
    }

    @Property
    void ranksAreThePlacesOfTheWholeListWithTiesAtTheirMean(@ForAll long seed) {
        Step step = new Step(seed);
        RuledRanking ranking = step.ruled(step.book);
        List<Integer> whole = list(ranking, ITEMS).stream().map(RuledRanking.Place::item).toList();
        TargetRanks ranks = new TargetRanks(ranking.free());
        for (int item = step.candidates.nextSetBit(0);
                item >= 0;
                item = step.candidates.nextSetBit(item + 1)) {
            Optional<TargetRank> rank =
                    ranking.rank(item, free -> ranks.rank(ranking.scores(), free));
            assertThat(rank.isPresent()).isEqualTo(whole.contains(item));
            if (rank.isPresent()) {
                assertThat(rank.get().meanRank())
                        .isCloseTo(
                                meanPlace(ranking, whole, item),
                                org.assertj.core.api.Assertions.within(1e-9));
            }
        }
    }

    /** Of all unpinned items with this one's score, or of a pinned one alone. */
    private static double meanPlace(RuledRanking ranking, List<Integer> whole, int item) {
        return whole.stream()
                .filter(
                        other ->
                                other == item
                                        || (ranking.free().get(item)
                                                && ranking.free().get(other)
                                                && ranking.scores()[other]
                                                        == ranking.scores()[item]))
                .mapToInt(other -> whole.indexOf(other) + 1)
                .average()
                .orElseThrow();
    }

    @Property
    void aStrongerBoostNeverLowersAndNeverRaisesOthers(@ForAll long seed) {
        Step step = new Step(seed);
        RuleScope scope = step.scope();
        double weak = step.random.nextDouble() / 2 + 1e-6;
        RuledRanking less = step.ruled(boosted(scope, weak));
        RuledRanking more = step.ruled(boosted(scope, weak * 2));
        for (int item = 0; item < ITEMS; item++) {
            if (scope.contains(CATALOGUE.item(item))) {
                assertThat(more.scores()[item]).isGreaterThan(less.scores()[item]);
            } else {
                assertThat(more.scores()[item]).isEqualTo(step.scores[item]);
            }
        }
    }

    private static RuleBook boosted(RuleScope scope, double strength) {
        return RuleBook.EMPTY.add(MerchandisingRule.of(1, new RuleEffect.Boost(strength), scope));
    }
}
