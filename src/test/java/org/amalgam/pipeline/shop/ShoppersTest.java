package org.amalgam.pipeline.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.amalgam.domain.Event;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.engine.ListSource;
import org.amalgam.pipeline.shop.Shoppers.Facts;
import org.amalgam.pipeline.shop.Shoppers.Order;
import org.junit.jupiter.api.Test;

class ShoppersTest {

    /** Ann comes twice and buys once, Bob buys twice, Cleo comes last; nobody saw Dan. */
    private final Shoppers shoppers =
            new Made()
                    .viewed(0, 0, 0)
                    .viewed(0, 1, 2)
                    .bought(1, 2, 1)
                    .bought(1, 3, 1)
                    .bought(0, 31, 3)
                    .viewed(2, 3 * 24 * 60, 1)
                    .shoppers("Ann-1", "bob-1", "cleo-2", "dan-2");

    @Test
    void theListIsInTheOrderAskedForTiesByNumber() {
        assertThat(shoppers.find("", Order.RECENT)).containsExactly(2, 0, 1);
        assertThat(shoppers.find("", Order.EVENTS)).containsExactly(0, 1, 2);
        assertThat(shoppers.find("", Order.PURCHASES)).containsExactly(1, 0, 2);
    }

    @Test
    void anIdIsFoundByAnyPartInAnyCase() {
        assertThat(shoppers.find("-1", Order.RECENT)).containsExactly(0, 1);
        assertThat(shoppers.find(" ANN ", Order.RECENT)).containsExactly(0);
        assertThat(shoppers.find("nobody", Order.RECENT)).isEmpty();
    }

    @Test
    void whoDidNothingIsNotListed() {
        assertThat(shoppers.find("dan", Order.RECENT)).isEmpty();
        assertThat(shoppers.eventCount(3)).isZero();
    }

    @Test
    void factsCountSessionsByTheGapAndNameCategoriesMostFirst() {
        assertThat(shoppers.facts(0))
                .isEqualTo(
                        new Facts(
                                Made.NOON,
                                Made.NOON.plus(Duration.ofMinutes(31)),
                                2,
                                3,
                                1,
                                List.of("Hats", "Shoes")));
    }

    @Test
    void eventsAreEachShoppersOwnOldestFirstWithTheSourcesNumbers() {
        List<Event> events = shoppers.events(0);

        assertThat(events).extracting(Event::item).containsExactly(0, 2, 3);
        assertThat(events).extracting(Event::number).containsExactly(0L, 1L, 4L);
        assertThat(events).extracting(Event::user).containsOnly(0);
    }

    @Test
    void activityIsByDayWhenThereAreAsManyPartsAsDays() {
        assertThat(shoppers.days()).isEqualTo(4);
        assertThat(shoppers.activity(0, 4)).containsExactly(3, 0, 0, 0);
        assertThat(shoppers.activity(2, 4)).containsExactly(0, 0, 0, 1);
        assertThat(shoppers.activity(2, 2)).containsExactly(0, 1);
    }

    @Test
    void anEmptySourceHasNobody() {
        Shoppers nobody = new Made().shoppers();

        assertThat(nobody.find("", Order.RECENT)).isEmpty();
        assertThat(nobody.days()).isZero();
    }

    @Test
    void readingCanBeStopped() {
        TaskMonitor stop =
                new TaskMonitor() {
                    @Override
                    public void progress(String what, long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        List<Event> events = shoppers.events(0);

        assertThatThrownBy(
                        () ->
                                Shoppers.read(
                                        new ListSource(4, events), List.of("ann"), Made.GAP, stop))
                .isInstanceOf(CancellationException.class);
    }
}
