package org.amalgam.pipeline.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ShopListTest {

    private static ShopList of(int... items) {
        List<ShopList.Place> places = new ArrayList<>();
        for (int item : items) {
            places.add(
                    new ShopList.Place(
                            places.size() + 1,
                            Made.CATALOGUE.item(item),
                            1.0 / (places.size() + 1),
                            Map.of(),
                            Optional.empty()));
        }
        return new ShopList(places);
    }

    @Test
    void equalListsOverlapWhollyAndDisjointOnesNotAtAll() {
        assertThat(of(0, 1).overlap(of(0, 1)))
                .get(InstanceOfAssertFactories.DOUBLE)
                .isEqualTo(1, within(1e-12));
        assertThat(of(0, 1).overlap(of(2, 3)))
                .get(InstanceOfAssertFactories.DOUBLE)
                .isEqualTo(0, within(1e-12));
        assertThat(of(0, 1).overlap(of())).isEmpty();
    }

    @Test
    void anItemsRankCountsFromOne() {
        assertThat(of(3, 1).rankOf(Made.CATALOGUE.item(1))).contains(2);
        assertThat(of(3, 1).rankOf(Made.CATALOGUE.item(0))).isEmpty();
    }
}
