package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TargetRank;
import org.junit.jupiter.api.Test;

class RankerTrackTest {

    private final RankerTrack track = new RankerTrack("pop", RankerKind.BASELINE, new int[100]);

    private void add(Optional<TargetRank> rank) {
        track.add(rank, new int[0], 1);
    }

    /** Above so many, tied with so many others. */
    private static TargetRank rank(int above, int tied) {
        return new TargetRank(above + 1 + tied / 2.0, tied);
    }

    @Test
    void everyCaseIsWorthWhatItsRankIsWorthHoweverItIsKept() {
        List<TargetRank> ranks =
                List.of(rank(0, 0), rank(0, 1), rank(18, 2), rank(19, 0), rank(19, 1), rank(59, 0));
        ranks.forEach(rank -> add(Optional.of(rank)));
        add(Optional.of(rank(40_000, 17)));
        add(Optional.empty());
        for (Metric metric : Metric.ALL) {
            double[] values = track.values(metric);
            assertThat(values).hasSize(8);
            for (int i = 0; i < ranks.size(); i++) {
                assertThat(values[i])
                        .as("%s of %s", metric, ranks.get(i))
                        .isEqualTo(metric.of(ranks.get(i).meanRank()));
            }
            assertThat(values[6]).isZero();
            assertThat(values[7]).isZero();
        }
    }

    @Test
    void whatIsNotKeptCannotBeAskedFor() {
        Metric deep = new Metric(Metric.Kind.HR, 100);
        assertThatThrownBy(() -> track.values(deep)).hasMessageContaining("up to 60");
    }
}
