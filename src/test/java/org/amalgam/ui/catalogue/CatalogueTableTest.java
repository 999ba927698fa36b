package org.amalgam.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.junit.jupiter.api.Test;

class CatalogueTableTest {

    private final CatalogueTable table =
            new Shelf()
                    .item("Toys", "Klik", 10, 30)
                    .item("Toys", "Klik", 30, 10)
                    .item("Home", "", 10, 0)
                    .item("", "", 0, 0)
                    .table();

    @Test
    void theRatioIsShareShownOverShareOfEvents() {
        // 30 of 40 shown with 10 of 50 events; 10 of 40 with 30 of 50.
        assertThat(table.rows().get(0).ratio().orElseThrow()).isCloseTo(3.75, within(1e-12));
        assertThat(table.rows().get(1).ratio().orElseThrow()).isCloseTo(5 / 12.0, within(1e-12));
        assertThat(table.rows().get(2).ratio().orElseThrow()).isZero();
        assertThat(table.rows().get(3).ratio()).isEmpty();
    }

    @Test
    void equalItemsShareTheirRank() {
        assertThat(table.rows()).extracting(CatalogueRow::rank).containsExactly(2, 1, 2, 4);
    }

    @Test
    void coverageAndGiniAreOfTheWholeCatalogue() {
        assertThat(table.shownItems()).isEqualTo(2);
        // 10 and 30 of four: (2·3 − 5)·10 + (2·4 − 5)·30 over 4·40.
        assertThat(table.gini()).isCloseTo(100 / 160.0, within(1e-12));
    }

    @Test
    void brandsAndCategoriesAreThoseThereAre() {
        assertThat(table.brands()).containsExactly("Klik");
        assertThat(table.categories()).containsExactly("Home", "Toys");
    }

    @Test
    void withoutExposureThereIsNoRatio() {
        CatalogueTable bare =
                new CatalogueTable(
                        new Catalogue(List.of(Item.bare(0, "a"))),
                        List.of(),
                        Optional.empty(),
                        Measure.TOP_TEN);

        assertThat(bare.rows().get(0).ratio()).isEmpty();
        assertThat(bare.shownItems()).isZero();
        assertThat(bare.gini()).isZero();
    }
}
