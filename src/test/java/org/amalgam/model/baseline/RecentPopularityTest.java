package org.amalgam.model.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.junit.jupiter.api.Test;

class RecentPopularityTest {

    private static final long HOUR = 3_600_000;

    @Test
    void anEventCountsHalfAfterAHalfLife() {
        FadingCounts counts = new FadingCounts(3, Duration.ofHours(1));
        counts.add(0, 0);
        counts.add(0, HOUR);
        counts.add(1, 2 * HOUR);
        float[] scores = new float[3];
        counts.fill(scores);

        // against hour 2: item 0 weighs 1/4 + 1/2, item 1 weighs 1
        assertThat(scores).containsExactly(new float[] {.75f, 1, 0}, within(1e-6f));
    }

    @Test
    void theOrderOfEventsDoesNotMatter() {
        FadingCounts forth = new FadingCounts(2, Duration.ofHours(1));
        FadingCounts back = new FadingCounts(2, Duration.ofHours(1));
        for (int hour = 0; hour < 10; hour++) {
            forth.add(hour % 2, hour * HOUR);
            back.add((9 - hour) % 2, (9 - hour) * HOUR);
        }
        float[] one = new float[2];
        float[] other = new float[2];
        forth.fill(one);
        back.fill(other);

        assertThat(one).containsExactly(other, within(1e-6f));
    }

    @Test
    void yearsOfShortHalfLivesStayFinite() {
        FadingCounts counts = new FadingCounts(2, Duration.ofHours(1));
        for (int hour = 0; hour < 50_000; hour++) {
            counts.add(hour % 100 == 0 ? 0 : 1, hour * HOUR);
        }
        counts.add(0, 50_000 * HOUR);
        float[] scores = new float[2];
        counts.fill(scores);

        // item 0 weighs 1 now; item 1 half of 1 + 1/2 + 1/4 + …
        assertThat(scores[0]).isEqualTo(1);
        assertThat(scores[1]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void theHalfLifeIsShortWhereFashionsAre() {
        List<Session> hourly = new ArrayList<>();
        List<Session> steady = new ArrayList<>();
        for (int s = 0; s < 4_000; s++) {
            int fashion = s / 40;
            Instant start = Instant.EPOCH.plusSeconds(60L * s);
            hourly.add(session(start, fashion * 20 + s % 3, fashion * 20 + s % 5));
            steady.add(session(start, s % 3 * 100, s % 7 * 100, s % 59));
        }
        RecentPopularity fast = new RecentPopularity();
        RecentPopularity slow = new RecentPopularity();
        fast.train(set(hourly.subList(0, 3_990)), TaskMonitor.silent());
        slow.train(set(steady), TaskMonitor.silent());

        assertThat(fast.halfLife()).isLessThan(Duration.ofDays(1));
        assertThat(slow.halfLife()).isGreaterThanOrEqualTo(fast.halfLife());
    }

    @Test
    void rankGainsShareTheRankOfTies() {
        FadingCounts counts = new FadingCounts(30, Duration.ofHours(1));
        counts.add(4, 0);
        counts.add(4, 0);
        counts.add(2, 0);
        counts.add(3, 0);

        // item 4 is first; 2 and 3 share rank 2.5; all others rank (4 + 30) / 2 = 17
        assertThat(counts.quality(List.of(session(Instant.EPOCH, 0, 4)))).isEqualTo(2);
        assertThat(counts.quality(List.of(session(Instant.EPOCH, 0, 2)))).isEqualTo(1.4);
        assertThat(counts.quality(List.of(session(Instant.EPOCH, 0, 9)))).isEqualTo(1 + 1 / 17.0);
    }

    private static Session session(Instant start, int... items) {
        return new Session(0, start, ItemSequence.ofViews(items));
    }

    private static TrainingSet set(List<Session> sessions) {
        List<Item> items = IntStream.range(0, 2_100).mapToObj(i -> Item.bare(i, "i" + i)).toList();
        return new TrainingSet(new Catalogue(items), sessions);
    }
}
