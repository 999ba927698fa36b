package org.amalgam.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.amalgam.ui.catalogue.Squarified.Rect;
import org.junit.jupiter.api.Test;

class TreemapCellsTest {

    private final TreemapCells cells =
            TreemapCells.of(
                    new Shelf()
                            .item("Toys", "Klik", 10, 30)
                            .item("Toys", "Lego", 10, 30)
                            .item("Home", "Mira", 10, 20)
                            .table()
                            .groups(),
                    new Rect(0, 0, 400, 200));

    @Test
    void aPointIsInTheCellThatIsDrawnThere() {
        assertThat(cells.at(20, 20)).contains(0);
        assertThat(cells.at(390, 190)).contains(1);
        assertThat(cells.at(500, 20)).isEmpty();
    }

    @Test
    void belowItsNameACategoryShowsItsBrands() {
        TreemapCells.Cell toys = cells.cells().get(0);

        assertThat(TreemapCells.groupAt(toys, 20, 5).name()).isEqualTo(Optional.of("Toys"));
        assertThat(TreemapCells.groupAt(toys, 20, 40).name()).isEqualTo(Optional.of("Klik"));
        assertThat(TreemapCells.groupAt(toys, 280, 100).name()).isEqualTo(Optional.of("Lego"));
        assertThat(cells.cells().get(1).parts()).isEmpty();
    }
}
