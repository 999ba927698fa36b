package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.amalgam.evaluation.Metric.Kind;
import org.junit.jupiter.api.Test;

class MetricTest {

    @Test
    void handWorkedValuesOfAThirdPlace() {
        assertThat(new Metric(Kind.HR, 5).of(3)).isEqualTo(1);
        assertThat(new Metric(Kind.MRR, 5).of(3)).isCloseTo(1 / 3.0, within(1e-12));
        // 1 / log2(1 + 3)
        assertThat(new Metric(Kind.NDCG, 5).of(3)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void firstPlaceIsWorthOneByAllMetrics() {
        for (Metric metric : Metric.ALL) {
            assertThat(metric.of(1)).as(metric.label()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void nothingCountsBeyondK() {
        for (Metric metric : Metric.ALL) {
            assertThat(metric.of(metric.k() + 0.5)).as(metric.label()).isZero();
            assertThat(metric.of(Double.POSITIVE_INFINITY)).as(metric.label()).isZero();
            assertThat(metric.of(metric.k())).as(metric.label()).isPositive();
        }
    }

    @Test
    void aFractionalRankIsTakenAsItIs() {
        assertThat(new Metric(Kind.MRR, 20).of(2.5)).isCloseTo(0.4, within(1e-12));
        assertThat(new Metric(Kind.HR, 1).of(1.5)).isZero();
    }

    @Test
    void labelsAreThoseOfReports() {
        assertThat(Metric.MAIN)
                .extracting(Metric::label)
                .containsExactly("hr20", "mrr20", "ndcg20");
        assertThat(Metric.ALL).hasSize(12);
    }

    @Property(seed = "20241124")
    void everyMetricStaysInTheUnitIntervalAndFallsWithTheRank(
            @ForAll @DoubleRange(min = 1, max = 1e6) double rank,
            @ForAll @DoubleRange(min = 0, max = 100) double more) {
        for (Metric metric : Metric.ALL) {
            assertThat(metric.of(rank)).isBetween(0.0, 1.0);
            assertThat(metric.of(rank + more)).isLessThanOrEqualTo(metric.of(rank));
        }
    }

    @Property(seed = "20241124")
    void aConstantScorerGetsTheMeanRank(
            @ForAll @IntRange(min = 1, max = 200) int items, @ForAll @IntRange(max = 199) int any) {
        BitSet candidates = new BitSet();
        candidates.set(0, items);

        var rank = TargetRanks.rank(new float[items], candidates, any % items);

        assertThat(rank.meanRank()).isEqualTo((items + 1) / 2.0);
        assertThat(rank.tied()).isEqualTo(items - 1);
    }
}
