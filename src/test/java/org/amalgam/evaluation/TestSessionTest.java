package org.amalgam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.junit.jupiter.api.Test;

class TestSessionTest {

    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    @Test
    void aWindowTellsNothingOfTheStepToCome() {
        ItemSequence steps = ItemSequence.of(List.of(event(3, 0), event(4, 60), event(5, 900)));

        FeatureWindow window = new TestSession("s", new Session(1, NOON, steps)).windowAfter(2, 77);

        assertThat(window.user()).isEqualTo(77);
        assertThat(window.session().length()).isEqualTo(2);
        assertThat(window.session().lastItem()).isEqualTo(4);
        assertThat(window.asOf()).isEqualTo(NOON.plusSeconds(60));
        assertThat(window.lastStepAt()).contains(NOON.plusSeconds(60));
    }

    @Test
    void withoutTimesAWindowIsAsOfTheStart() {
        Session session = new Session(1, NOON, ItemSequence.ofViews(3, 4, 5));

        FeatureWindow window = new TestSession("s", session).windowAfter(2, 77);

        assertThat(window.asOf()).isEqualTo(NOON);
        assertThat(window.lastStepAt()).isEmpty();
    }

    private static Event event(int item, int seconds) {
        return new Event(0, 1, item, Action.VIEW, NOON.plusSeconds(seconds));
    }
}
