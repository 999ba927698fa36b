package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TargetRank;
import org.junit.jupiter.api.Test;

class StreamTrackTest {

    private static final int USERS = 40;
    private static final int CASES = 4_700;
    private static final int CHANGE = 2_600;

    private final Random random = new Random(5);
    private final int[] users = random.ints(CASES, 0, USERS).toArray();
    private final StreamTrack fusedStream = stream("fused", RankerKind.FUSED);
    private final StreamTrack popStream = stream("pop", RankerKind.BASELINE);
    private final RankerTrack fused = new RankerTrack("fused", RankerKind.FUSED, new int[100]);
    private final RankerTrack pop = new RankerTrack("pop", RankerKind.BASELINE, new int[100]);

    private static StreamTrack stream(String name, RankerKind kind) {
        return new StreamTrack(name, kind, new int[100]);
    }

    private void replay() {
        for (int i = 0; i < CASES; i++) {
            add(fusedStream, fused, i, 30);
            add(popStream, pop, i, 55);
        }
    }

    private void add(StreamTrack stream, RankerTrack cases, int i, int ranks) {
        int above = random.nextInt(ranks);
        Optional<TargetRank> rank =
                above == 13 ? Optional.empty() : Optional.of(new TargetRank(above + 1.5, 1));
        stream.add(users[i], rank, new int[] {i % 7}, i, i >= CHANGE);
        cases.add(rank, new int[] {i % 7}, i);
    }

    @Test
    void sumsByUserCompareAsTheCasesDo() {
        replay();
        int[] counts = new int[USERS + 9];
        Arrays.stream(users).forEach(user -> counts[user]++);

        List<Comparison> ofStream =
                Comparisons.ofStream(List.of(fusedStream, popStream), counts, 3);
        for (int m = 0; m < Metric.MAIN.size(); m++) {
            Metric metric = Metric.MAIN.get(m);
            var byCase =
                    PairedBootstrap.seeded(3)
                            .compare(fused.values(metric), pop.values(metric), users, USERS);
            Comparison bySums = ofStream.get(m);
            assertThat(bySums.metric()).isEqualTo(metric.label());
            assertThat(bySums.difference()).isCloseTo(byCase.mean(), within(1e-12));
            assertThat(bySums.low()).isCloseTo(byCase.interval().low(), within(1e-12));
            assertThat(bySums.high()).isCloseTo(byCase.interval().high(), within(1e-12));
        }
        assertThat(ofStream).isEqualTo(Comparisons.between(List.of(fused, pop), users, 3));
    }

    @Test
    void withoutCasesNothingIsCompared() {
        assertThat(Comparisons.ofStream(List.of(fusedStream, popStream), new int[3], 1)).isEmpty();
    }

    @Test
    void theSpreadIsThatOfFullWindows() {
        replay();
        double[] hits = fused.values(new Metric(Metric.Kind.HR, 20));
        List<Double> means = new ArrayList<>();
        for (int w = 0; (w + 1) * StreamTrack.SPREAD_CASES <= CASES; w++) {
            means.add(
                    Arrays.stream(
                                    hits,
                                    w * StreamTrack.SPREAD_CASES,
                                    (w + 1) * StreamTrack.SPREAD_CASES)
                            .average()
                            .orElseThrow());
        }
        double mean = means.stream().mapToDouble(m -> m).average().orElseThrow();
        double squares = means.stream().mapToDouble(m -> (m - mean) * (m - mean)).sum();

        assertThat(fusedStream.hr20Spread().orElseThrow())
                .isCloseTo(Math.sqrt(squares / (means.size() - 1)), within(1e-12));
    }

    @Test
    void theSpreadIsWorkedByHand() {
        WindowSpread spread = new WindowSpread(2);
        for (boolean hit : new boolean[] {true, true, true, false, true}) {
            spread.add(hit);
        }
        // windows of two: 1 and .5; the fifth case fills none
        assertThat(spread.deviation()).hasValueCloseTo(Math.sqrt(.125), within(1e-12));
    }

    @Test
    void ofOneWindowThereIsNoSpread() {
        for (int i = 0; i < 2 * StreamTrack.SPREAD_CASES - 1; i++) {
            add(fusedStream, fused, i, 30);
        }
        assertThat(fusedStream.hr20Spread()).isEmpty();
    }

    @Test
    void itFindsItsWayBackAsARunOfCasesDoes() {
        replay();
        double[] hits = fused.values(new Metric(Metric.Kind.HR, 20));

        assertThat(fusedStream.recovery()).isPresent().isEqualTo(RecoveryTest.of(hits, CHANGE));
    }

    @Test
    void aBranchGoesOnApart() {
        replay();
        StreamTrack branch = fusedStream.branch("other");
        for (int i = 0; i < 600; i++) {
            branch.add(0, Optional.empty(), new int[0], 1, true);
        }

        assertThat(branch.name()).isEqualTo("other");
        assertThat(branch.figures().cases()).isEqualTo(CASES + 600);
        assertThat(fusedStream.figures().cases()).isEqualTo(CASES);
        assertThat(branch.hr20Spread()).isNotEqualTo(fusedStream.hr20Spread());
        assertThat(branch.recovery().orElseThrow().lowest()).isZero();
        assertThat(fusedStream.recovery().orElseThrow().lowest()).isPositive();
    }
}
