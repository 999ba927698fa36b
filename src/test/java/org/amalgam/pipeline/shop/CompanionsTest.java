package org.amalgam.pipeline.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.amalgam.pipeline.shop.Companions.Together;
import org.junit.jupiter.api.Test;

class CompanionsTest {

    private static final long ALWAYS = Long.MAX_VALUE;

    private static Companions of(Made made, String... users) {
        return new Companions(made.shoppers(users).lists(), Made.CATALOGUE.size(), Made.GAP);
    }

    @Test
    void sessionsAreCountedOnceHoweverOftenAnItemWasMet() {
        Companions companions =
                of(new Made().viewed(0, 0, 0).viewed(0, 1, 0).viewed(0, 2, 1).viewed(0, 3, 1), "a");

        assertThat(companions.count(0, 1, ALWAYS)).isEqualTo(new Together(0, 1));
        assertThat(companions.count(1, 0, ALWAYS)).isEqualTo(new Together(0, 0));
    }

    @Test
    void bothBoughtInOneSessionCountsInAnyOrder() {
        Companions companions =
                of(
                        new Made().bought(0, 0, 1).bought(0, 1, 0).viewed(1, 2, 0).bought(1, 3, 1),
                        "a",
                        "b");

        assertThat(companions.count(0, 1, ALWAYS)).isEqualTo(new Together(1, 1));
        assertThat(companions.count(1, 0, ALWAYS)).isEqualTo(new Together(1, 1));
    }

    @Test
    void whatCameAfterABreakIsAnotherSession() {
        Companions companions = of(new Made().viewed(0, 0, 0).viewed(0, 30, 1), "a");

        assertThat(companions.count(0, 1, ALWAYS)).isEqualTo(new Together(0, 0));
    }

    @Test
    void nothingFromTheMomentOnIsCounted() {
        Made made = new Made().viewed(0, 0, 0).viewed(0, 5, 1).viewed(1, 6, 0).viewed(1, 7, 1);
        long moment = Made.NOON.plus(Duration.ofMinutes(7)).toEpochMilli();

        assertThat(of(made, "a", "b").count(0, 1, moment)).isEqualTo(new Together(0, 1));
        assertThat(of(made, "a", "b").count(0, 1, moment + 1)).isEqualTo(new Together(0, 2));
    }

    @Test
    void anItemNobodyMetGoesWithNothing() {
        assertThat(of(new Made().viewed(0, 0, 0), "a").count(3, 0, ALWAYS))
                .isEqualTo(new Together(0, 0));
    }
}
