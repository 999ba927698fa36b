package org.amalgam.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();

    private VirtualClock clock(double speed) {
        return new VirtualClock(NOON, speed, nanos::get);
    }

    @Test
    void atSixtyTimesAMinutePassesInASecond() {
        VirtualClock clock = clock(60);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertEquals(NOON.plusSeconds(60), clock.now());
        assertEquals(Duration.ofSeconds(1), clock.untilDue(NOON.plusSeconds(120)));
        assertEquals(Duration.ofMillis(-500), clock.untilDue(NOON.plusSeconds(30)));
    }

    @Test
    void aChangeOfSpeedDoesNotMakeTheClockJump() {
        VirtualClock clock = clock(10);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        clock.speed(100);
        assertEquals(NOON.plusSeconds(30), clock.now());
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertEquals(NOON.plusSeconds(130), clock.now());
    }

    @Test
    void aSpeedOfZeroIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> clock(0));
        assertThrows(IllegalArgumentException.class, () -> clock(1).speed(Double.NaN));
    }

    @Test
    void anEventThatIsLetThroughLateIsDueWhenItWasDue() throws Exception {
        Pacer pacer = new Pacer(clock(10), () -> {});
        pacer.play();
        assertTrue(pacer.await(NOON));
        long begin = nanos.get();
        assertEquals(OptionalLong.of(begin), pacer.due());
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertTrue(pacer.await(NOON.plusSeconds(20)));
        assertEquals(OptionalLong.of(begin + Duration.ofSeconds(2).toNanos()), pacer.due());
        assertEquals(Duration.ofSeconds(3), pacer.lag());
        assertEquals(Optional.of(NOON.plusSeconds(50)), pacer.dueUntil());
    }

    @Test
    void aStepByHandAndFullSpeedKnowNoDueTime() throws Exception {
        Pacer byHand = new Pacer(clock(10), () -> {});
        byHand.step();
        assertTrue(byHand.await(NOON));
        assertEquals(OptionalLong.empty(), byHand.due());
        assertEquals(Optional.empty(), byHand.dueUntil());
        Pacer fast = new Pacer(clock(Double.POSITIVE_INFINITY), () -> {});
        fast.play();
        assertTrue(fast.await(NOON));
        assertEquals(OptionalLong.empty(), fast.due());
        assertEquals(Optional.empty(), fast.dueUntil());
    }

    @Test
    void whatIsDueMayBeKnownBeforeItsTurnAndNothingElse() throws Exception {
        Pacer paced = new Pacer(clock(10), () -> {});
        assertEquals(Instant.MIN, paced.knownUntil());
        paced.play();
        assertTrue(paced.await(NOON));
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertEquals(NOON.plusSeconds(50), paced.knownUntil());
        paced.pause();
        paced.step();
        assertTrue(paced.await(NOON.plusSeconds(20)));
        assertEquals(Instant.MIN, paced.knownUntil());
        Pacer fast = new Pacer(clock(Double.POSITIVE_INFINITY), () -> {});
        fast.play();
        assertEquals(Instant.MAX, fast.knownUntil());
    }

    @Test
    void atMaximalSpeedEverythingIsDueWithoutLag() throws Exception {
        Pacer pacer = new Pacer(clock(Double.POSITIVE_INFINITY), () -> {});
        pacer.play();
        assertTrue(pacer.await(NOON.plusSeconds(1_000_000)));
        assertEquals(Duration.ZERO, pacer.lag());
    }

    @Test
    void lagTellsHowFarTheReplayIsBehindItsClock() throws Exception {
        Pacer pacer = new Pacer(clock(1), () -> {});
        pacer.play();
        assertTrue(pacer.await(NOON));
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertTrue(pacer.await(NOON.plusSeconds(2)));
        assertEquals(Duration.ofSeconds(3), pacer.lag());
    }

    @Test
    void aPausedReplayWaitsForAStepAndTakesJustOne() throws Exception {
        Pacer pacer = new Pacer(clock(1), () -> {});
        CompletableFuture<Boolean> first = awaitInBackground(pacer, NOON.plusSeconds(3600));
        assertFalse(first.isDone());
        pacer.step();
        assertTrue(first.get(5, TimeUnit.SECONDS));
        pacer.stepTaken();
        assertFalse(pacer.isPlaying());
        CompletableFuture<Boolean> second = awaitInBackground(pacer, NOON.plusSeconds(3601));
        pacer.close();
        assertFalse(second.get(5, TimeUnit.SECONDS));
    }

    @Test
    void timeSpentPausedIsNotLag() throws Exception {
        Pacer pacer = new Pacer(clock(1), () -> {});
        pacer.play();
        assertTrue(pacer.await(NOON));
        pacer.pause();
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        pacer.play();
        assertTrue(pacer.await(NOON.plusSeconds(1)));
        assertEquals(Duration.ZERO, pacer.lag());
    }

    @Test
    void aSilentNightIsWaitedForTwoSecondsAtMost() throws Exception {
        VirtualClock clock = clock(1);
        Pacer[] pacer = new Pacer[1];
        List<Duration> waits = new ArrayList<>();
        Instant morning = NOON.plus(Duration.ofHours(9));
        pacer[0] =
                new Pacer(
                        clock,
                        () -> {
                            waits.add(clock.untilDue(morning));
                            nanos.addAndGet(clock.untilDue(morning).toNanos());
                            pacer[0].wake();
                        });
        pacer[0].play();
        assertTrue(pacer[0].await(NOON));
        assertFalse(pacer[0].await(morning));
        assertTrue(pacer[0].await(morning));
        assertEquals(List.of(Pacer.LONGEST_SILENCE), waits);
        assertEquals(Duration.ZERO, pacer[0].lag());
        assertFalse(clock.now().isAfter(morning));
    }

    @Test
    void aPauseBetweenTwoVisitsIsWaitedOut() throws Exception {
        VirtualClock clock = clock(10);
        Instant next = NOON.plus(Pacer.SILENCE).minusMillis(1);
        Pacer[] pacer = new Pacer[1];
        List<Duration> waits = new ArrayList<>();
        pacer[0] =
                new Pacer(
                        clock,
                        () -> {
                            waits.add(clock.untilDue(next));
                            pacer[0].close();
                        });
        pacer[0].play();
        assertTrue(pacer[0].await(NOON));
        assertFalse(pacer[0].await(next));
        assertEquals(List.of(Pacer.SILENCE.minusMillis(1).dividedBy(10)), waits);
    }

    private static CompletableFuture<Boolean> awaitInBackground(Pacer pacer, Instant time) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        while (!pacer.isClosed()) {
                            if (pacer.await(time)) {
                                return true;
                            }
                        }
                        return false;
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
