package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.amalgam.config.FusionSettings;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.Explanation;
import org.amalgam.domain.Explanation.Carried;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.RankerKind;
import org.amalgam.evaluation.FusedRanker;
import org.amalgam.fusion.FusionMethod;
import org.amalgam.fusion.FusionMethods;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Explanations worked by hand; laws of them are in {@link ExplanationLawsTest}. */
class ExplainerTest {

    private static final int ITEMS = 20;

    /** The item that is explained. */
    private static final int WANTED = 5;

    /** Always scored 4, so that min-max divides by 4. */
    private static final int BEST = 19;

    private static final Catalogue CATALOGUE =
            new Catalogue(
                    IntStream.range(0, ITEMS)
                            .mapToObj(
                                    i ->
                                            new Item(
                                                    i,
                                                    "i" + i,
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    Optional.of("brand " + i % 4),
                                                    Optional.empty(),
                                                    OptionalDouble.empty()))
                            .toList());

    private final CountingFake one = new CountingFake("one", Map.of(1, 2f, 2, 1f), false);
    private final CountingFake two = new CountingFake("two", Map.of(1, 4f), true);
    private final CountingFake aside = new CountingFake("aside", Map.of(1, 4f), false);
    private final Ensemble ensemble =
            new Ensemble(
                    List.of(
                            new MemberHost(one, ITEMS, false),
                            new MemberHost(two, ITEMS, false),
                            new MemberHost(aside, ITEMS, false)));

    @AfterEach
    void close() {
        ensemble.close();
    }

    /**
     * Lifts the wanted item by so much for each step of these items; says how often it was asked.
     */
    private static final class CountingFake extends StepFake {

        private int asked;

        CountingFake(String name, Map<Integer, Float> lifts, boolean abstains) {
            super(
                    name,
                    RankerKind.MEMBER,
                    abstains,
                    lifts::containsKey,
                    (step, item) -> {
                        return item == WANTED ? lifts.get(step) : 0;
                    });
        }

        @Override
        void addTo(FeatureWindow window, float[] scores) {
            asked++;
            scores[BEST] = 4;
        }
    }

    private Optional<Explanation> explain(List<String> fused, FeatureWindow window) {
        FusionWeights weights = FusionWeights.uniform(fused);
        FusionMethod method = FusionMethods.create("weighted", weights, FusionSettings.defaults());
        FusionGroup group =
                new FusionGroup(
                        new FusedRanker("fused", fused, method.fuser(), method.learner()), ITEMS);
        return new Explainer(ensemble, group, CATALOGUE, ImputedAttributes.none())
                .explain(window, new int[] {WANTED}).stream().findFirst();
    }

    private static FeatureWindow session(int... items) {
        return new FeatureWindow(
                0, Instant.EPOCH, ItemSequence.ofViews(items), ItemSequence.ofViews(1, 1));
    }

    private static List<Integer> carriers(Explanation why) {
        return why.carriedBy().stream().map(carried -> carried.item().index()).toList();
    }

    @Test
    void whatTheScoreFallsByWithoutAnItemIsWhatTheItemCarried() {
        Explanation why = explain(List.of("one"), session(1, 2)).orElseThrow();

        assertThat(why.score()).isEqualTo(.75); // (2 + 1) of 4
        assertThat(why.shares()).containsExactly(entry("one", .75));
        assertThat(carriers(why)).containsExactly(1, 2);
        Carried first = why.carriedBy().get(0);
        assertThat(first.step()).isZero();
        assertThat(first.contribution()).isEqualTo(.5);
        assertThat(first.share()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(why.carriedBy().get(1).contribution()).isEqualTo(.25);
    }

    @Test
    void aMemberThatAbstainsWithoutAnItemLosesItsWholeShare() {
        Explanation why = explain(List.of("one", "two"), session(1, 2)).orElseThrow();

        assertThat(why.shares()).containsExactly(entry("one", .375), entry("two", .5));
        Carried first = why.carriedBy().get(0);
        assertThat(first.item().index()).isEqualTo(1);
        assertThat(first.byMember()).containsExactly(entry("one", .25), entry("two", .5));
        assertThat(first.contribution()).isEqualTo(.75);
    }

    @Test
    void anItemWithoutWhichNobodyHasAnAnswerCarriedTheWholeScore() {
        Explanation why = explain(List.of("two"), session(3, 1)).orElseThrow();

        assertThat(carriers(why)).containsExactly(1);
        assertThat(why.carriedBy().get(0).contribution()).isEqualTo(why.score());
        assertThat(why.carriedBy().get(0).share()).isEqualTo(1);
    }

    @Test
    void stepsOfOneItemAreLeftOutTogether() {
        Explanation why = explain(List.of("one"), session(1, 3, 1)).orElseThrow();

        assertThat(carriers(why)).containsExactly(1);
        assertThat(why.carriedBy().get(0).step()).isEqualTo(2);
        assertThat(why.carriedBy().get(0).contribution()).isEqualTo(1);
    }

    @Test
    void theOnlyItemOfTheContextCarriedAllAndNobodyIsAskedAboutTheHistory() {
        for (FeatureWindow window : List.of(session(2), session(2, 2))) {
            one.asked = 0;
            Explanation why = explain(List.of("one"), window).orElseThrow();

            assertThat(carriers(why)).containsExactly(2);
            assertThat(why.carriedBy().get(0).share()).isEqualTo(1);
            assertThat(why.carriedBy().get(0).contribution()).isEqualTo(why.score());
            assertThat(one.asked).isEqualTo(1);
        }
    }

    @Test
    void beforeTheSessionTheHistoryIsTheContext() {
        var window =
                new FeatureWindow(
                        0, Instant.EPOCH, ItemSequence.empty(), ItemSequence.ofViews(2, 3));

        assertThat(carriers(explain(List.of("one"), window).orElseThrow())).containsExactly(2);
    }

    @Test
    void withoutAnyStepNothingCarriedIt() {
        var window =
                new FeatureWindow(0, Instant.EPOCH, ItemSequence.empty(), ItemSequence.empty());
        Explanation why = explain(List.of("one"), window).orElseThrow();

        assertThat(why.carriedBy()).isEmpty();
        assertThat(why.overlaps()).isEmpty();
        assertThat(why.shares()).containsExactly(entry("one", 0.0));
    }

    @Test
    void whereNobodyHasAnAnswerThereIsNothingToExplain() {
        assertThat(explain(List.of("two"), session(3, 4))).isEmpty();
    }

    @Test
    void stepsBeforeTheLastTenAreNotLookedAt() {
        int[] items = {1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        Explanation why = explain(List.of("one"), session(items)).orElseThrow();

        assertThat(why.carriedBy()).isEmpty();
        assertThat(one.asked).isEqualTo(1 + Explainer.STEPS);
    }

    @Test
    void whoIsNotFusedIsNotAsked() {
        assertThat(explain(List.of("one", "two"), session(1, 2))).isPresent();
        assertThat(aside.asked).isZero();
    }

    @Test
    void overlapsAreThoseWithTheLatestItemsMet() {
        List<ContentOverlap> overlaps =
                explain(List.of("one"), session(1, 9, 2)).orElseThrow().overlaps();

        assertThat(overlaps)
                .containsExactly(
                        new ContentOverlap(
                                ContentOverlap.Kind.BRAND,
                                "brand 1",
                                CATALOGUE.item(9),
                                OptionalDouble.empty()));
    }
}
