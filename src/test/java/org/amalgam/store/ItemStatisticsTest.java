package org.amalgam.store;

import static org.amalgam.store.MemoryStore.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.amalgam.domain.Action;
import org.amalgam.domain.ItemActivity;
import org.amalgam.domain.LogLine;
import org.amalgam.domain.ShopperFunnel;
import org.amalgam.domain.stage.EventSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ItemStatisticsTest {

    @RegisterExtension final MemoryStore h2 = new MemoryStore();

    private static LogLine did(long second, String user, String item, Action action) {
        return new LogLine(
                second + 2,
                NOON.plusSeconds(second),
                user,
                Optional.of(item),
                action,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private void fill() {
        h2.insert(
                "a",
                Set.of("robot"),
                did(0, "ann", "hat", Action.VIEW),
                did(1, "ann", "hat", Action.VIEW),
                did(2, "bob", "hat", Action.VIEW),
                did(3, "robot", "hat", Action.VIEW),
                did(4, "ann", "hat", Action.ADD_TO_CART),
                did(5, "eve", "hat", Action.PURCHASE),
                did(6, "bob", "shoe", Action.RATE),
                did(7, "ann", "hat", Action.RATE));
    }

    @Test
    void eachItemsEventsAreCountedByKindWithoutBots() {
        fill();

        List<ItemActivity> items = h2.store().itemStatistics().activity(NOON.plusSeconds(2));

        assertThat(items)
                .containsExactly(
                        new ItemActivity(0, 6, 3, 1, 1, 2, NOON, NOON.plusSeconds(7)),
                        new ItemActivity(
                                1, 1, 0, 0, 0, 0, NOON.plusSeconds(6), NOON.plusSeconds(6)));
    }

    @Test
    void timesBeyondAllEventsAreFine() {
        fill();

        ItemStatistics statistics = h2.store().itemStatistics();

        assertThat(statistics.activity(EventSource.END).get(0).learned()).isEqualTo(6);
        assertThat(statistics.activity(Instant.MIN).get(0).learned()).isZero();
    }

    @Test
    void aFunnelCountsShoppersAndWhoBoughtAtOncePassedTheCart() {
        fill();

        ItemStatistics statistics = h2.store().itemStatistics();

        assertThat(statistics.funnel(0)).isEqualTo(new ShopperFunnel(3, 2, 1));
        assertThat(statistics.funnel(1)).isEqualTo(new ShopperFunnel(0, 0, 0));
    }
}
