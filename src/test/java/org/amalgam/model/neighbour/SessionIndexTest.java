package org.amalgam.model.neighbour;

import static org.amalgam.model.neighbour.Days.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Session;
import org.junit.jupiter.api.Test;

class SessionIndexTest {

    @Test
    void sessionsAreNumberedByTheTimeOfTheirLastStep() {
        Session longOne =
                new Session(
                        7,
                        Days.day(0),
                        ItemSequence.of(
                                List.of(
                                        new Event(0, 7, 1, Action.VIEW, Days.day(0)),
                                        new Event(1, 7, 2, Action.VIEW, Days.day(3)))));
        SessionIndex index = SessionIndex.of(5, List.of(longOne, session(8, 1, 1, 4)));

        assertThat(index.latestOf(8)).isZero();
        assertThat(index.latestOf(7)).isEqualTo(1);
        assertThat(index.lastMillis(1)).isEqualTo(Days.day(3).toEpochMilli());
        assertThat(holders(index, 1)).containsExactly(0, 1);
        assertThat(index.latestMillis()).isEqualTo(Days.day(3).toEpochMilli());
    }

    @Test
    void aSessionHoldsAnItemOnceHoweverOftenItComes() {
        SessionIndex index = SessionIndex.of(5, List.of(session(0, 0, 2, 2, 3, 2)));

        assertThat(holders(index, 2)).containsExactly(0);
        assertThat(index.distinctItems(0)).isEqualTo(2);
        assertThat(index.eventCount(2)).isEqualTo(3);
        assertThat(index.steps().size(0)).isEqualTo(4);
    }

    @Test
    void anOlderSessionThatGoesOnKeepsItsPlaceAmongTheHolders() {
        SessionIndex index = new SessionIndex(5);
        int first = index.begin(1);
        index.append(first, 0, 10);
        int second = index.begin(2);
        index.append(second, 3, 20);
        index.append(first, 3, 30);

        assertThat(holders(index, 3)).containsExactly(first, second);
        assertThat(index.lastMillis(first)).isEqualTo(30);
    }

    @Test
    void continuingMeansThatAllStepsComeFirst() {
        SessionIndex index = SessionIndex.of(5, List.of(session(0, 0, 1, 2)));

        assertThat(index.isContinuedBy(0, ItemSequence.ofViews(1, 2, 3))).isTrue();
        assertThat(index.isContinuedBy(0, ItemSequence.ofViews(1, 2))).isFalse();
        assertThat(index.isContinuedBy(0, ItemSequence.ofViews(1, 3, 2))).isFalse();
    }

    @Test
    void theLatestSessionsAreAnIndexAsIfThereHadBeenNoOthers() {
        Session second = session(2, 1, 0, 3, 3);
        Session third = session(3, 2, 3, 4);
        SessionIndex all = SessionIndex.of(5, List.of(session(1, 0, 0, 1), second, third));

        SessionIndex latest = all.latest(2);

        assertThat(latest.sessions()).isEqualTo(2);
        assertThat(latest.latestOf(1)).isEqualTo(SessionIndex.NONE);
        assertThat(latest.latestOf(3)).isEqualTo(1);
        assertThat(holders(latest, 0)).containsExactly(0);
        assertThat(holders(latest, 1)).isEmpty();
        assertThat(holders(latest, 3)).containsExactly(0, 1);
        assertThat(latest.eventCount(3)).isEqualTo(3);
        assertThat(latest.lastMillis(0)).isEqualTo(Days.day(1).toEpochMilli());
        assertThat(all.sessions()).isEqualTo(3);
    }

    private static List<Integer> holders(SessionIndex index, int item) {
        List<Integer> sessions = new ArrayList<>();
        for (int i = 0; i < index.holders().size(item); i++) {
            sessions.add(index.holders().get(item, i));
        }
        return sessions;
    }
}
