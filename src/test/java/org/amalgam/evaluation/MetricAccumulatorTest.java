package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.TargetRank;
import org.amalgam.evaluation.Metric.Kind;
import org.junit.jupiter.api.Test;

class MetricAccumulatorTest {

    /** Four items seen 5, 3, 0 and 0 times; smoothed shares 6/12, 4/12, 1/12, 1/12. */
    private static final int[] POPULARITY = {5, 3, 0, 0};

    private final MetricAccumulator accumulator = new MetricAccumulator(POPULARITY);

    @Test
    void handWorkedFigures() {
        accumulator.add(Optional.of(new TargetRank(1, 0)), new int[] {0, 1});
        accumulator.add(Optional.of(new TargetRank(15.5, 3)), new int[] {0, 2});
        accumulator.add(Optional.empty(), new int[] {0});
        accumulator.add(Optional.of(new TargetRank(40, 0)), new int[] {0});

        assertThat(accumulator.mean(new Metric(Kind.HR, 20))).isEqualTo(2 / 4.0);
        assertThat(accumulator.mean(new Metric(Kind.HR, 10))).isEqualTo(1 / 4.0);
        assertThat(accumulator.mean(new Metric(Kind.MRR, 20)))
                .isCloseTo((1 + 1 / 15.5) / 4, within(1e-12));
        // log2(16.5) = 4.044394
        assertThat(accumulator.mean(new Metric(Kind.NDCG, 20)))
                .isCloseTo((1 + 1 / 4.044394) / 4, within(1e-6));
        assertThat(accumulator.tieRate()).isEqualTo(1 / 4.0);
        assertThat(accumulator.cases()).isEqualTo(4);
        assertThat(accumulator.abstentions()).isZero();
    }

    @Test
    void aMissedUnknownTargetIsNoAbstentionButACaseWithoutAListIs() {
        accumulator.add(Optional.empty(), new int[] {0});
        accumulator.add(Optional.empty(), new int[0]);

        assertThat(accumulator.cases()).isEqualTo(2);
        assertThat(accumulator.abstentions()).isEqualTo(1);
    }

    @Test
    void handWorkedExposure() {
        Exposure exposure = new Exposure(POPULARITY);
        exposure.add(new int[] {0, 1});
        exposure.add(new int[] {0, 2});

        assertThat(exposure.coverage(4)).isEqualTo(3 / 4.0);
        // shown 0, 1, 1, 2: (−3·0 − 1·1 + 1·1 + 3·2) / (4·4)
        assertThat(exposure.gini(4)).isCloseTo(6 / 16.0, within(1e-12));
        // −log2 of 1/2, 1/3, 1/2 and 1/12: 1, 1.584963, 1, 3.584963
        assertThat(exposure.novelty()).isCloseTo(7.169925 / 4, within(1e-6));
        assertThat(exposure.meanPopularity()).isEqualTo((5 + 3 + 5 + 0) / 4.0);
    }

    @Test
    void equalExposureHasNoInequality() {
        Exposure exposure = new Exposure(POPULARITY);
        exposure.add(new int[] {0, 1, 2, 3});

        assertThat(exposure.gini(4)).isCloseTo(0, within(1e-12));
    }

    @Test
    void withoutCasesAllIsZero() {
        assertThat(accumulator.result("pop", RankerKind.BASELINE, 4, 0).hr20()).isZero();
        assertThat(accumulator.figures(4).values()).allMatch(figure -> figure == 0);
    }

    @Test
    void latencyPercentilesAreInMilliseconds() {
        for (int i = 1; i <= 100; i++) {
            accumulator.addNanos(i * 1_000_000L);
        }

        RankerResult result = accumulator.result("lstm", RankerKind.MEMBER, 4, 1.5);

        assertThat(result.p50Ms()).isCloseTo(50, within(0.1));
        assertThat(result.p99Ms()).isCloseTo(99, within(0.1));
        assertThat(result.trainSeconds()).isEqualTo(1.5);
    }

    @Test
    void aMetricThatIsNotKeptIsRefused() {
        assertThatThrownBy(() -> accumulator.mean(new Metric(Kind.HR, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hr7");
    }
}
