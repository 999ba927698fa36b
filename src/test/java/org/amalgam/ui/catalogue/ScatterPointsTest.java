package org.amalgam.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScatterPointsTest {

    private final ScatterPoints points =
            ScatterPoints.of(
                    new Shelf()
                            .item("a", "b", 10, 1_000)
                            .item("a", "b", 1_000, 10)
                            .item("a", "b", 0, 0)
                            .table()
                            .rows(),
                    234,
                    134);

    @Test
    void axesReachFromOnePowerOfTenToAnother() {
        assertThat(points.x().ticks()).containsExactly(10.0, 100.0, 1_000.0);
        assertThat(points.x().at(10)).isCloseTo(34, within(1e-9));
        assertThat(points.x().at(100)).isCloseTo(134, within(1e-9));
        assertThat(points.x().at(1_000)).isCloseTo(234, within(1e-9));
    }

    @Test
    void whatIsZeroStandsInTheStripAtTheFoot() {
        CatalogueRow none = points.rows().get(2);

        assertThat(points.xOf(none)).isEqualTo(17);
        assertThat(points.yOf(none)).isEqualTo(134 - 17);
    }

    @Test
    void theNearestItemIsFoundWhereItIsNear() {
        assertThat(points.nearest(37, 3)).contains(points.rows().get(0));
        assertThat(points.nearest(232, 95)).contains(points.rows().get(1));
        assertThat(points.nearest(120, 50)).isEmpty();
    }

    @Test
    void oneValueAloneHasAnAxisToo() {
        assertThat(LogAxis.around(new double[] {100}, 50).top()).isEqualTo(200);
        assertThat(LogAxis.around(new double[] {0}, 50).ticks()).containsExactly(1.0, 10.0);
        assertThat(LogAxis.around(new double[] {0.4, 3}, 50).ticks()).containsExactly(0.1, 1.0);
        assertThat(LogAxis.around(new double[] {0.4, 3}, 50).top()).isEqualTo(5);
    }
}
