package org.amalgam.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.ui.live.StepHistory.PastStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepHistoryTest {

    @TempDir Path home;
    private ReplayFixture replay;
    private StepHistory history;

    @BeforeEach
    void startReplay() {
        replay = ReplayFixture.in(home);
        history = replay.model().history();
    }

    private static List<Long> steps(List<PastStep> found) {
        return found.stream().map(PastStep::step).toList();
    }

    @Test
    void everyStepOfASnapshotsFeedIsKeptByItsNumber() {
        replay.advance(40);
        LiveSnapshot snapshot = replay.model().snapshotProperty().get().orElseThrow();
        assertEquals(List.of(40L, 39L, 38L), steps(history.between(38, 99, 10)));
        assertEquals(snapshot.feed().get(2), history.between(38, 38, 1).get(0).entry());
    }

    @Test
    void stepsThatNoSnapshotToldOfAreMissing() {
        replay.advance(200);
        assertEquals(List.of(), history.between(1, 100, 10));
    }

    @Test
    void noMoreThanAskedForAreFound() {
        replay.advance(40);
        assertEquals(List.of(40L, 39L), steps(history.between(1, 40, 2)));
    }

    @Test
    void stepsLaterThanWhereTheReplayWentBackToAreForgotten() {
        replay.advance(50);
        replay.session().seek(30);
        replay.model().onPulse();
        assertEquals(List.of(30L), steps(history.between(30, 50, 50)));
    }

    @Test
    void itStaysBounded() {
        for (int i = 0; i < 250; i++) {
            replay.advance(48);
        }
        assertEquals(List.of(), history.between(1, 12_000 - StepHistory.CAPACITY, 10));
        assertEquals(StepHistory.CAPACITY, history.between(1, 12_000, 20_000).size());
    }
}
