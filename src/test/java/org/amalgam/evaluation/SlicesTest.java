package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Action;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.junit.jupiter.api.Test;

class SlicesTest {

    /** Item 0 has half of all interactions, items 1 and 2 a fifth each, item 3 a tenth. */
    private final Slices slices = new Slices(new int[] {50, 20, 20, 10, 0});

    @Test
    void aTargetRepeatsTheLastItemOrAnEarlierOneOrIsNewToTheSession() {
        assertThat(slices.of(asked(1, 2, 0, 1))).contains("the last item again");
        assertThat(slices.of(asked(0, 2, 0, 1)))
                .contains(
                        "another earlier item of the session again", "another item than the last");
        assertThat(slices.of(asked(3, 2, 0, 1)))
                .contains("new to the session", "another item than the last")
                .doesNotContain("explore: not met before");
    }

    @Test
    void whereUsersAreKnownARepeatFromAnEarlierSessionIsToldFromWhatIsNewToTheUser() {
        ItemSequence history = ItemSequence.ofViews(3);
        assertThat(slices.of(stream(3, ItemSequence.ofViews(0), history)))
                .contains("repeat: met in an earlier session", "action purchase")
                .doesNotContain("new user (first session)");
        assertThat(slices.of(stream(3, ItemSequence.ofViews(0), ItemSequence.empty())))
                .contains("explore: not met before", "new user (first session)");
    }

    @Test
    void positionsAreGroupedByHowManyItemsWereGiven() {
        assertThat(position(1)).isEqualTo("position 1");
        assertThat(position(2)).isEqualTo("position 2");
        assertThat(position(5)).isEqualTo("position 3–5");
        assertThat(position(6)).isEqualTo("position 6–10");
        assertThat(position(11)).isEqualTo("position > 10");
    }

    @Test
    void anItemIsColdBelowFiveEarlierEvents() {
        String cold = "cold item (< 5 earlier events)";
        assertThat(slices.of(earlier(4))).contains(cold);
        assertThat(slices.of(earlier(5))).doesNotContain(cold);
    }

    @Test
    void anEventThatOpensItsSessionIsInNoOtherSlice() {
        assertThat(slices.of(stream(3, ItemSequence.empty(), ItemSequence.ofViews(3))))
                .containsExactly(Slices.OPENS_SESSION);
    }

    @Test
    void everySliceHasItsPlaceInReports() {
        for (int target = 0; target < 5; target++) {
            for (int given = 0; given < 12; given++) {
                int[] steps = new int[given];
                Arrays.fill(steps, 3);
                assertThat(
                                slices.of(
                                        stream(
                                                target,
                                                ItemSequence.ofViews(steps),
                                                ItemSequence.empty())))
                        .allMatch(name -> Slices.place(name) >= 0);
            }
        }
    }

    @Test
    void decilesHoldEqualSharesOfInteractionsAndEqualCountsStayTogether() {
        PopularityDeciles deciles = new PopularityDeciles(new int[] {50, 20, 20, 10, 0});
        // middles of the blocks: .25, .70 for both of 20, .95
        assertThat(deciles.of(0)).hasValue(3);
        assertThat(deciles.of(1)).hasValue(8);
        assertThat(deciles.of(2)).hasValue(8);
        assertThat(deciles.of(3)).hasValue(10);
        assertThat(deciles.of(4)).isEmpty();
    }

    @Test
    void aLongTailedCatalogueIsCutIntoTenNearlyEqualShares() {
        int[] counts = new int[20_000];
        for (int item = 0; item < counts.length; item++) {
            counts[item] = 1 + (int) (200_000.0 / (item + 40));
        }
        PopularityDeciles deciles = new PopularityDeciles(counts);
        double[] shares = new double[11];
        for (int item = 0; item < counts.length; item++) {
            shares[deciles.of(item).getAsInt()] += counts[item];
        }
        double total = Arrays.stream(counts).asLongStream().sum();
        for (int decile = 1; decile <= 10; decile++) {
            assertThat(shares[decile] / total).isCloseTo(.1, within(.02));
        }
    }

    @Test
    void qualityIsSummedByHand() {
        SlicedQuality quality = new SlicedQuality();
        quality.add(List.of("position 2", "new to the session"), "pop", 4);
        quality.add(List.of("new to the session"), "pop", Double.POSITIVE_INFINITY);

        assertThat(quality.read().keySet()).containsExactly("new to the session", "position 2");
        assertThat(quality.read().get("new to the session").get("pop"))
                .isEqualTo(new SlicedQuality.Quality(2, .5, .125));
    }

    private String position(int given) {
        int[] steps = new int[given];
        return slices.of(asked(1, steps)).stream()
                .filter(name -> name.startsWith("position"))
                .findFirst()
                .orElseThrow();
    }

    private static Slices.Asked asked(int target, int... session) {
        FeatureWindow window =
                new FeatureWindow(
                        1, Instant.EPOCH, ItemSequence.ofViews(session), ItemSequence.empty());
        return new Slices.Asked(window, target, true, 9, Optional.empty(), false);
    }

    private static Slices.Asked earlier(int events) {
        return new Slices.Asked(asked(1, 0).window(), 1, true, events, Optional.empty(), false);
    }

    private static Slices.Asked stream(int target, ItemSequence session, ItemSequence history) {
        FeatureWindow window = new FeatureWindow(1, Instant.EPOCH, session, history);
        return new Slices.Asked(window, target, true, 9, Optional.of(Action.PURCHASE), true);
    }
}
