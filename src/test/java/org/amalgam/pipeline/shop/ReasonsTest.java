package org.amalgam.pipeline.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Action;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.Event;
import org.amalgam.domain.Explanation;
import org.amalgam.domain.Explanation.Carried;
import org.amalgam.domain.Item;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final Instant NOW = Made.NOON.plus(Duration.ofMinutes(100));
    private static final Item HAT = Made.CATALOGUE.item(0);
    private static final Item SHOE = Made.CATALOGUE.item(1);

    private final List<Event> history =
            List.of(new Event(0, 9, 0, Action.VIEW, NOW.minus(Duration.ofMinutes(2))));
    private final Reason.Met met = new Reason.Met(HAT, Action.VIEW, Duration.ofMinutes(2));

    private Reason of(Made made, Explanation why) {
        Companions companions = new Companions(made.shoppers("a", "b").lists(), 4, Made.GAP);
        return new Reasons(companions).of(why, history, NOW);
    }

    private static Explanation why(Item item, List<Carried> carried, ContentOverlap... overlaps) {
        return new Explanation(item, 1, Map.of("markov", 1.0), carried, List.of(overlaps));
    }

    private static Carried carriedBy(Item item) {
        return new Carried(0, item, 0.4, 1, Map.of("markov", 0.4));
    }

    private static ContentOverlap sameCategory(Item with) {
        return new ContentOverlap(
                ContentOverlap.Kind.CATEGORY, "Hats", with, OptionalDouble.empty());
    }

    @Test
    void boughtTogetherComesFirst() {
        Made made = new Made().bought(0, 0, 0).bought(0, 1, 1);

        assertThat(of(made, why(SHOE, List.of(carriedBy(HAT)), sameCategory(HAT))))
                .isEqualTo(new Reason.BoughtWith(met, 1));
    }

    @Test
    void goingOnCountsFromTheSecondSessionOn() {
        Made once = new Made().viewed(0, 0, 0).viewed(0, 1, 1);
        Made twice = new Made().viewed(0, 0, 0).viewed(0, 1, 1).viewed(1, 2, 0).viewed(1, 3, 1);
        Explanation why = why(SHOE, List.of(carriedBy(HAT)));

        assertThat(of(once, why)).isEqualTo(new Reason.Carried(met));
        assertThat(of(twice, why)).isEqualTo(new Reason.WentOn(met, 2));
    }

    @Test
    void withoutCountsALikenessIsTold() {
        Explanation why = why(SHOE, List.of(carriedBy(HAT)), sameCategory(HAT));

        assertThat(of(new Made().viewed(0, 0, 3), why))
                .isEqualTo(new Reason.Similar(sameCategory(HAT), Optional.of(met)));
    }

    @Test
    void anItemIsNeverLikeItself() {
        Made made = new Made().bought(0, 0, 0);
        Explanation why = why(HAT, List.of(carriedBy(HAT)), sameCategory(HAT));

        assertThat(of(made, why)).isEqualTo(new Reason.Carried(met));
    }

    @Test
    void whatNothingSpeaksForIsForAnybody() {
        assertThat(of(new Made().viewed(0, 0, 0), why(SHOE, List.of())))
                .isEqualTo(new Reason.Anybody());
    }
}
