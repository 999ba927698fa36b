package org.amalgam.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.amalgam.report.CostChart.Point;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class CostChartTest {

    private static final List<Point> POINTS =
            List.of(
                    new Point("max p50", 10_000, .2),
                    new Point("strict p50", 10_000, 1.9),
                    new Point("max p50", 1_000_000, 15),
                    new Point("strict p50", 1_000_000, 140));

    @Test
    void hasALineForEachWayOfReplaying() {
        XYChart chart = CostChart.chart(POINTS);

        assertThat(chart.getSeriesMap()).containsOnlyKeys("max p50", "strict p50");
        assertThat(chart.getSeriesMap().get("max p50").getYData()).containsExactly(.2, 15);
        assertThat(chart.getStyler().getYAxisMin()).isEqualTo(.1);
        assertThat(chart.getStyler().getYAxisMax()).isEqualTo(1_000);
    }

    @Test
    void isAPicture() throws IOException {
        assertThat(ImageIO.read(new ByteArrayInputStream(CostChart.png(POINTS))).getWidth())
                .isEqualTo(1200);
    }
}
