package org.amalgam.model.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Item;
import org.junit.jupiter.api.Test;

class PriceBinsTest {

    @Test
    void binsHoldAboutAsManyItemsEach() {
        PriceBins bins = PriceBins.of(priced(100, false), 4);

        assertThat(bins.count()).isEqualTo(4);
        assertThat(bins.bin(1)).isZero();
        assertThat(bins.bin(25)).isZero();
        assertThat(bins.bin(26)).isEqualTo(1);
        assertThat(bins.bin(1e9)).isEqualTo(3);
    }

    @Test
    void onePriceForAllMakesNoEmptyBins() {
        PriceBins bins = PriceBins.of(priced(100, true), 4);

        assertThat(bins.count()).isLessThanOrEqualTo(2);
    }

    @Test
    void withoutPricesThereIsOneBin() {
        assertThat(PriceBins.of(List.of(Item.bare(0, "a")), 4).count()).isEqualTo(1);
    }

    private static List<Item> priced(int count, boolean same) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(
                    new Item(
                            i,
                            "i" + i,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalDouble.of(same ? 5 : i + 1)));
        }
        return items;
    }
}
