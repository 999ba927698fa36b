package org.amalgam.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.amalgam.ui.fake.FakeShop;
import org.amalgam.ui.live.TravelViewModel.Loop;
import org.amalgam.ui.live.TravelViewModel.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TravelViewModelTest {

    @TempDir Path home;
    private ReplayFixture replay;
    private TravelViewModel travel;

    @BeforeEach
    void startReplay() {
        replay = ReplayFixture.in(home);
        travel = replay.model().travel();
    }

    private Timeline timeline() {
        return travel.timelineProperty().get().orElseThrow();
    }

    @Test
    void theTimelineReachesFromTheReplaysBeginToTheLastEvent() {
        replay.advance(300);
        assertEquals(300, timeline().step());
        assertTrue(timeline().begin().isBefore(timeline().now()));
        assertEquals(Optional.of(FakeShop.LAST), timeline().end());
    }

    @Test
    void whereItIsGoingIsShownUntilItIsThere() {
        replay.advance(300);
        travel.seek(120);
        assertEquals(Optional.of(120L), timeline().goingTo());
        assertEquals(300, timeline().step());
        replay.model().onPulse();
        assertEquals(Optional.empty(), timeline().goingTo());
        assertEquals(120, timeline().step());
    }

    @Test
    void noStepOutsideOfTheReplayIsGoneTo() {
        replay.advance(10);
        travel.seek(-5);
        assertEquals(0, replay.session().currentStep());
        travel.seek(Long.MAX_VALUE);
        assertEquals(timeline().total(), replay.session().currentStep());
    }

    @Test
    void movesAddUpWhileItIsOnItsWay() {
        replay.advance(300);
        travel.move(-10);
        travel.move(-10);
        assertEquals(280, replay.session().currentStep());
    }

    @Test
    void aLoopCanBeSetFromItsEnds() {
        replay.advance(1_000);
        travel.loopFromHere();
        Loop guessed = travel.loopProperty().get().orElseThrow();
        assertEquals(1_000, guessed.from());
        replay.advance(200);
        travel.loopUntilHere();
        assertEquals(Optional.of(new Loop(1_000, 1_200)), travel.loopProperty().get());
        assertEquals(Optional.of(List.of(1_000L, 1_200L)), replay.session().loop());
        travel.endLoop();
        assertEquals(Optional.empty(), replay.session().loop());
    }

    @Test
    void aLoopIsNeverEmpty() {
        replay.advance(100);
        travel.loop(40, 40);
        assertEquals(Optional.of(new Loop(40, 41)), travel.loopProperty().get());
        travel.loop(timeline().total(), timeline().total());
        assertEquals(Optional.of(timeline().total()), loopEnd());
    }

    private Optional<Long> loopEnd() {
        return travel.loopProperty().get().map(Loop::until);
    }

    @Test
    void theNextReplayBeginsWithoutLoop() {
        replay.advance(100);
        travel.loopFromHere();
        replay.model().stop();
        assertEquals(Optional.empty(), travel.loopProperty().get());
        assertEquals(Optional.empty(), travel.timelineProperty().get());
    }
}
