package org.amalgam.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Observation;
import org.amalgam.feature.WindowTracker;
import org.amalgam.model.network.PackedBatch.Stretch;
import org.junit.jupiter.api.Test;

class StretchesTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final WindowTracker tracker = new WindowTracker(SessionSettings.defaults());
    private int minute;

    private Observation view(int user, int item) {
        Event event = new Event(minute, user, item, Action.VIEW, START.plusSeconds(60L * minute++));
        FeatureWindow window = tracker.before(event);
        tracker.append(event);
        return new Observation(window, event);
    }

    @Test
    void eventsOfOneSessionAreTargetsAlongOneSequence() {
        view(1, 10);
        List<Observation> batch =
                List.of(view(1, 11), view(2, 20), view(1, 12), view(2, 21), view(1, 13));

        assertThat(Stretches.of(batch, 20))
                .containsExactly(
                        new Stretch(ItemSequence.ofViews(10, 11, 12), List.of(11, 12, 13)),
                        new Stretch(ItemSequence.ofViews(20), List.of(21)));
    }

    @Test
    void theFirstTargetKnowsAsManyStepsAsAnAnswerDoes() {
        for (int item = 0; item < 9; item++) {
            view(1, item);
        }
        List<Observation> batch = List.of(view(1, 9), view(1, 10), view(1, 11));

        assertThat(Stretches.of(batch, 4))
                .containsExactly(
                        new Stretch(ItemSequence.ofViews(5, 6, 7, 8, 9, 10), List.of(9, 10, 11)));
    }

    @Test
    void aSessionsFirstEventComesAfterTheSessionBefore() {
        view(1, 10);
        List<Observation> batch = new ArrayList<>(List.of(view(1, 11)));
        minute += 24 * 60;
        batch.add(view(1, 12));
        batch.add(view(1, 13));

        assertThat(Stretches.of(batch, 20))
                .containsExactly(
                        new Stretch(ItemSequence.ofViews(10, 11), List.of(11, 12)),
                        new Stretch(ItemSequence.ofViews(12), List.of(13)));
    }

    @Test
    void targetsComeAfterTheLastSteps() {
        ItemSequence session = ItemSequence.ofViews(3, 1, 4, 1, 5);
        PackedBatch stretch =
                PackedBatch.ofStretches(List.of(new Stretch(session, List.of(5, 9, 2))));

        assertThat(stretch.rows()).isEqualTo(5);
        assertThat(stretch.targetCount()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(stretch.targetRow(i)).isEqualTo(stretch.start(2 + i));
            assertThat(stretch.sequence(i)).isZero();
        }
        assertThat(stretch.target(2)).isEqualTo(2);
    }
}
