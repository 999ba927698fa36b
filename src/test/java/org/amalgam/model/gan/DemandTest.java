package org.amalgam.model.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DemandTest {

    /**
     * Items 0 to 9 are wanted now and then, 10 to 19 nine times as much, each within 1,100 events.
     */
    private static IntArrayList log() {
        SplittableRandom random = new SplittableRandom(1);
        IntArrayList items = new IntArrayList();
        for (int n = 0; n < 11_000; n++) {
            int ten = random.nextInt(10);
            items.add(random.nextInt(10) == 0 ? ten : 10 + ten);
        }
        return items;
    }

    @Test
    void nothingIsKnownOfWhatHasNotComeUp() {
        assertThat(Demand.of(21, log()).logRate(20)).isZero();
    }

    @Test
    void withMuchSeenTheRateIsTheItemsOwn() {
        Demand demand = Demand.of(21, log());

        assertThat(demand.logRate(11) - demand.logRate(1)).isCloseTo(Math.log(9), within(0.2));
        // Half of the items have a fifth of the mean rate, half of them nine fifths.
        assertThat(demand.logRate(1)).isCloseTo(Math.log(0.2), within(0.2));
    }

    @Test
    void threeEventsInAShortWhileSayMoreThanThreeInALongOne() {
        IntArrayList items = new IntArrayList();
        items.addAll(IntArrayList.of(20, 20, 20));
        items.addAll(log());
        items.addAll(IntArrayList.of(21, 0, 21, 5, 21));

        Demand demand = Demand.of(23, items);

        assertThat(demand.counts()[20]).isEqualTo(demand.counts()[21]).isEqualTo(3);
        assertThat(demand.logRate(20)).isLessThan(-2);
        assertThat(demand.logRate(21)).isPositive();
    }

    @Test
    void itemsThatDifferByChanceAloneHaveOneRate() {
        IntArrayList items = new IntArrayList();
        for (int n = 0; n < 1_000; n++) {
            items.add(n % 10);
        }

        assertThat(Demand.of(11, items).logRate(3)).isZero();
    }

    @Test
    void anEmptyLogSaysNothing() {
        assertThat(Demand.of(2, new IntArrayList()).logRate(0)).isZero();
    }
}
