package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusedRanking;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.TargetRank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final FusionWeights WEIGHTS = FusionWeights.of(Map.of("lstm", 1.0));

    @TempDir private Path directory;

    private static ScoredStep step(int number) {
        Random random = new Random(number);
        Instant time = Instant.EPOCH.plusSeconds(number);
        Event event = new Event(number, random.nextInt(9), random.nextInt(99), Action.VIEW, time);
        Map<String, TargetRank> ranks = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        Map<String, int[]> tops = new LinkedHashMap<>();
        for (String ranker : List.of("lstm", "fused", "pop")) {
            if (random.nextInt(4) == 0) {
                reasons.put(ranker, "nichts · 没有 " + number);
            } else {
                ranks.put(ranker, new TargetRank(1 + 100 * random.nextDouble(), random.nextInt(4)));
                tops.put(ranker, random.ints(random.nextInt(21), 0, 99).toArray());
            }
        }
        StepOutcome outcome =
                new StepOutcome(
                        event,
                        window(event),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        ranks,
                        reasons,
                        random.nextBoolean()
                                ? Optional.of(new FusedRanking("fused", List.of()))
                                : Optional.empty(),
                        WEIGHTS,
                        Map.of("lstm", random.nextLong(1L << 40), "event", 5L));
        return new ScoredStep(outcome, List.of("lstm", "fused", "pop"), tops);
    }

    private static FeatureWindow window(Event event) {
        return new FeatureWindow(
                event.user(), event.time(), ItemSequence.ofViews(1, 2), ItemSequence.empty());
    }

    private static void assertHolds(Journal journal, int from, int until) {
        try (Journal.Reader reader = journal.from(from)) {
            for (int number = from; number < until; number++) {
                ScoredStep wanted = step(number);
                Event event = wanted.outcome().event();
                ScoredStep told = reader.next(event, window(event), WEIGHTS);
                assertThat(told.outcome()).isEqualTo(wanted.outcome());
                assertThat(told.rankers()).isEqualTo(wanted.rankers());
                assertThat(told.tops()).containsExactlyInAnyOrderEntriesOf(wanted.tops());
            }
        }
    }

    @Test
    void tellsStepsAsTheyWere() {
        try (Journal journal = new Journal(directory.resolve("journal"))) {
            for (int number = 0; number < 8_000; number++) {
                journal.append(step(number));
            }
            assertThat(journal.length()).isEqualTo(8_000);
            assertHolds(journal, 0, 8_000);
            assertHolds(journal, 7_990, 8_000);
        }
    }

    @Test
    void goesOnWhereItWasCut() {
        try (Journal journal = new Journal(directory.resolve("journal"))) {
            for (int number = 0; number < 300; number++) {
                journal.append(step(number));
            }
            journal.truncate(100);
            assertThat(journal.length()).isEqualTo(100);
            for (int number = 100; number < 150; number++) {
                journal.append(step(number));
            }
            assertHolds(journal, 0, 150);
            journal.truncate(0);
            assertThat(journal.length()).isZero();
        }
    }
}
