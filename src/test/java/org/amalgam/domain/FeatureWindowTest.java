package org.amalgam.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A window without one of its items. */
class FeatureWindowTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ItemSequence OLDER = ItemSequence.ofViews(9, 8);

    /** Items 1, 2, 2, 3 at 0, 10, 30 and 70 seconds after noon. */
    private static ItemSequence session() {
        int[] items = {1, 2, 2, 3};
        int[] seconds = {0, 10, 30, 70};
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            Action action = i == 2 ? Action.PURCHASE : Action.VIEW;
            events.add(new Event(i, 7, items[i], action, NOON.plusSeconds(seconds[i])));
        }
        return ItemSequence.of(events);
    }

    private static FeatureWindow window() {
        return new FeatureWindow(
                7, NOON.plusSeconds(100), session(), OLDER, Optional.of(NOON.plusSeconds(70)));
    }

    @Test
    void theStepAfterFollowsTheOneBeforeByBothGaps() {
        ItemSequence rest = window().withoutItem(2).session();

        assertThat(rest).isEqualTo(ItemSequence.ofViews(1, 3));
        assertThat(rest.gapSeconds(1)).isEqualTo(70);
        assertThat(window().withoutItem(2).lastStepAt()).contains(NOON.plusSeconds(70));
    }

    @Test
    void withoutItsLastItemTheWindowsLastStepIsTheOneBefore() {
        FeatureWindow rest = window().withoutItem(3);

        assertThat(rest.session().length()).isEqualTo(3);
        assertThat(rest.session().action(2)).isEqualTo(Action.PURCHASE);
        assertThat(rest.lastStepAt()).contains(NOON.plusSeconds(30));
        assertThat(rest.history()).isSameAs(OLDER);
        assertThat(rest.asOf()).isEqualTo(window().asOf());
    }

    @Test
    void whatTheFirstStepsGapWasStaysUnknown() {
        assertThat(window().withoutItem(1).session().gapSeconds(0))
                .isEqualTo(ItemSequence.UNKNOWN_GAP);
    }

    @Test
    void whereGapsAreUnknownSoIsTheTimeOfTheLastStep() {
        var window =
                new FeatureWindow(
                        7,
                        NOON,
                        ItemSequence.empty(),
                        ItemSequence.ofViews(4, 5),
                        Optional.of(NOON));

        assertThat(window.withoutItem(5).context()).isEqualTo(ItemSequence.ofViews(4));
        assertThat(window.withoutItem(5).lastStepAt()).isEmpty();
        assertThat(window.withoutItem(4).lastStepAt()).contains(NOON);
    }

    @Test
    void theOnlyItemCannotBeLeftOut() {
        var window = new FeatureWindow(7, NOON, ItemSequence.ofViews(4, 4), OLDER);

        assertThatThrownBy(() -> window.withoutItem(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4");
    }
}
