package org.amalgam.model.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.junit.jupiter.api.Test;

class ContentNeighboursTest {

    private static Item item(int index, String title, String brand, String category) {
        return new Item(
                index,
                "i" + index,
                Optional.of(title),
                Optional.empty(),
                Optional.of(brand),
                Optional.of(category),
                OptionalDouble.empty());
    }

    @Test
    void whatSharesWordsBrandAndCategoryIsNearest() {
        Catalogue catalogue =
                new Catalogue(
                        List.of(
                                item(0, "wool hat", "norda", "hats"),
                                item(1, "wool hat blue", "norda", "hats"),
                                item(2, "blue train", "klik", "toys"),
                                item(3, "train set", "klik", "toys"),
                                Item.bare(4, "i4")));
        float[] likeness = new float[5];

        new ContentNeighbours(catalogue).likeness(0, likeness);

        assertThat(likeness[0]).isCloseTo(1, within(1e-5f));
        assertThat(likeness[1]).isBetween(.5f, 1f);
        assertThat(likeness[2]).isZero();
        assertThat(likeness[3]).isZero();
        assertThat(likeness[4]).isZero();
    }
}
