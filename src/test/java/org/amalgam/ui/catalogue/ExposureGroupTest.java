package org.amalgam.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExposureGroupTest {

    @Test
    void categoriesHoldTheirBrandsMostShownFirst() {
        List<ExposureGroup> groups =
                new Shelf()
                        .item("Toys", "Klik", 10, 5)
                        .item("Home", "Mira", 10, 9)
                        .item("Toys", "Lego", 20, 6)
                        .item("Toys", "", 0, 1)
                        .item("Food", "Mira", 5, 0)
                        .table()
                        .groups();

        assertThat(groups)
                .extracting(ExposureGroup::name)
                .containsExactly(Optional.of("Toys"), Optional.of("Home"));
        ExposureGroup toys = groups.get(0);
        assertThat(toys.items()).isEqualTo(3);
        assertThat(toys.shown()).isEqualTo(12);
        assertThat(toys.ratio().orElseThrow()).isCloseTo(12 / 21.0 / (30 / 45.0), within(1e-12));
        assertThat(toys.parts())
                .extracting(ExposureGroup::name)
                .containsExactly(Optional.of("Lego"), Optional.of("Klik"), Optional.empty());
    }

    @Test
    void theSmallestOfManyStandTogether() {
        Shelf shelf = new Shelf();
        for (int i = 0; i < ExposureGroup.MOST + 5; i++) {
            shelf.item("c" + i, "b", 1, 1 + i);
        }
        List<ExposureGroup> groups = shelf.table().groups();

        assertThat(groups).hasSize(ExposureGroup.MOST);
        assertThat(groups.stream().mapToDouble(ExposureGroup::shown).sum())
                .isEqualTo(45 * 46 / 2.0);
        ExposureGroup rest =
                groups.stream().filter(group -> group.rest() > 0).findFirst().orElseThrow();
        assertThat(rest.rest()).isEqualTo(6);
        assertThat(rest.shown()).isEqualTo(1 + 2 + 3 + 4 + 5 + 6);
        assertThat(groups).isSortedAccordingTo((a, b) -> Double.compare(b.shown(), a.shown()));
    }
}
