package org.amalgam.ui.shoppers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.ui.shoppers.HistoryModel.Kind;
import org.amalgam.ui.shoppers.HistoryModel.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryModelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final HistoryModel history = new HistoryModel();

    private static Event viewed(int minutes, int item) {
        return new Event(minutes, 3, item, Action.VIEW, NOON.plus(Duration.ofMinutes(minutes)));
    }

    @BeforeEach
    void open() {
        history.open(List.of(viewed(0, 10), viewed(1, 11), viewed(2, 12)));
    }

    private List<Integer> items() {
        return history.events().stream().map(Event::item).toList();
    }

    private List<Kind> kinds() {
        return history.steps().stream().map(Step::kind).toList();
    }

    @Test
    void aStepTakenOutIsStillShownAndCanBePutBack() {
        history.takeOut(1);
        assertThat(items()).containsExactly(10, 12);
        assertThat(kinds()).containsExactly(Kind.HAPPENED, Kind.TAKEN_OUT, Kind.HAPPENED);
        assertThat(history.changes()).isEqualTo(1);

        history.putBack(1);
        assertThat(items()).containsExactly(10, 11, 12);
        assertThat(history.changes()).isZero();
    }

    @Test
    void anItemPutInComesLastAMinuteLater() {
        history.putIn(99, Action.VIEW);
        history.putIn(98, Action.PURCHASE);

        assertThat(items()).containsExactly(10, 11, 12, 99, 98);
        assertThat(history.events().get(3).time()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));
        assertThat(history.asOf()).isEqualTo(NOON.plus(Duration.ofMinutes(4)));
        assertThat(history.events()).extracting(Event::user).containsOnly(3);
        assertThat(history.unchangedAsOf()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
    }

    @Test
    void whatWasPutInIsGoneWhenItIsTakenOut() {
        history.putIn(99, Action.VIEW);
        int id = history.steps().get(3).id();

        history.takeOut(id);

        assertThat(history.steps()).hasSize(3);
        assertThat(history.changes()).isZero();
    }

    @Test
    void anActionIsChangedAndChangedBack() {
        history.change(0, Action.PURCHASE);
        assertThat(history.events().get(0).action()).isEqualTo(Action.PURCHASE);
        assertThat(kinds()).startsWith(Kind.CHANGED);

        history.change(0, Action.VIEW);
        assertThat(history.changes()).isZero();
    }

    @Test
    void whatWasPutInCanBeChangedToo() {
        history.putIn(99, Action.VIEW);
        history.change(history.steps().get(3).id(), Action.PURCHASE);

        assertThat(history.events().get(3).action()).isEqualTo(Action.PURCHASE);
        assertThat(kinds()).endsWith(Kind.PUT_IN);
    }

    @Test
    void asOfAnEarlierMomentLaterStepsDoNotCount() {
        history.asOf(Optional.of(NOON.plus(Duration.ofMinutes(1))));

        assertThat(items()).containsExactly(10, 11);
        assertThat(kinds()).endsWith(Kind.LATER);
        assertThat(history.asOf()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
        assertThat(history.changes()).isZero();

        history.putIn(99, Action.VIEW);
        assertThat(items()).containsExactly(10, 11, 99);
        assertThat(kinds().get(2)).isEqualTo(Kind.PUT_IN);
    }

    @Test
    void backToWhatHappenedTakesAllChangesBackAndNothingElse() {
        history.asOf(Optional.of(NOON.plus(Duration.ofMinutes(1))));
        history.takeOut(0);
        history.putIn(99, Action.VIEW);

        history.reset();

        assertThat(items()).containsExactly(10, 11);
        assertThat(history.earlier()).isPresent();
    }

    @Test
    void withEverythingTakenOutSomethingCanStillBePutIn() {
        List.of(0, 1, 2).forEach(history::takeOut);
        assertThat(history.events()).isEmpty();

        history.putIn(99, Action.VIEW);

        assertThat(items()).containsExactly(99);
    }

    @Test
    void everyChangeIsHeard() {
        int before = history.revisionProperty().get();
        history.takeOut(0);
        history.change(1, Action.RATE);
        history.putIn(9, Action.VIEW);

        assertThat(history.revisionProperty().get()).isEqualTo(before + 3);
    }
}
