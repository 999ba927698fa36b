package org.amalgam.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.Quality;
import org.amalgam.domain.RankerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveChartsTest {

    private static final int CASES = 100;

    @TempDir Path home;
    private final LiveCharts charts = new LiveCharts();

    @Test
    void aMemberThatIsStillTrainedHasNoLine() {
        show(quality("lstm", 0, Optional.of("being trained")), quality("itemknn", .4));

        assertThat(charts.hitRate().names()).containsExactly("itemknn");
        assertThat(charts.reciprocalRank().names()).containsExactly("itemknn");
    }

    @Test
    void oneThatAnswersAndNeverHitsHasALine() {
        show(quality("lstm", 0), quality("itemknn", .4));

        assertThat(charts.hitRate().names()).containsExactly("lstm", "itemknn");
    }

    @Test
    void oneThatAnsweredOnceKeepsItsLineWhileItAbstains() {
        show(quality("lstm", .2, Optional.of("no earlier event")));

        assertThat(charts.hitRate().names()).containsExactly("lstm");
    }

    private void show(Quality... quality) {
        ReplayFixture replay = ReplayFixture.in(home);
        replay.advance(50);
        LiveSnapshot now = replay.model().snapshotProperty().get().orElseThrow();
        charts.add(
                new LiveSnapshot(
                        now.step(),
                        now.total(),
                        now.recorded(),
                        now.virtualTime(),
                        now.state(),
                        now.speed(),
                        now.lag(),
                        now.eventsPerSecond(),
                        now.load(),
                        now.weights(),
                        now.latency(),
                        List.of(quality),
                        now.shopper(),
                        now.feed(),
                        now.adjustments()));
    }

    private static Quality quality(String ranker, double hits) {
        return quality(ranker, hits, Optional.empty());
    }

    private static Quality quality(String ranker, double hits, Optional<String> abstaining) {
        return new Quality(
                ranker,
                RankerKind.MEMBER,
                CASES,
                hits,
                hits / 2,
                hits,
                hits,
                hits,
                hits / 2,
                hits / 2,
                hits / 2,
                abstaining);
    }
}
