package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.replay.ArrivalCursor;
import org.amalgam.replay.ArrivalQueue;
import org.junit.jupiter.api.Test;

/** What a replay does with events that are late, and with items that nobody was trained on. */
class GrowingSourceTest {

    private static final int ITEMS = 5;
    private static final int NEW = 7;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant FROM = START.plusSeconds(100);

    private final ArrivalQueue queue = new ArrivalQueue(100, System::nanoTime);
    private final FakeMember member = new FakeMember("fake", RankerKind.MEMBER, window -> 1);
    private final List<StepOutcome> steps = new ArrayList<>();
    private long number;

    /** A short history, and then what is put into the queue. */
    private final class Growing implements EventSource {
        private final ListSource history =
                new ListSource(ITEMS, List.of(event(0, 0, 10), event(0, 1, 20), event(1, 2, 30)));

        @Override
        public Catalogue catalogue() {
            return history.catalogue();
        }

        @Override
        public long count(Instant from, Instant until) {
            return history.count(from, until);
        }

        @Override
        public Cursor open(Instant from, Instant until) {
            return from.isBefore(FROM) || !until.isAfter(from)
                    ? history.open(from, until)
                    : new ArrivalCursor(queue);
        }

        @Override
        public String userId(int user) {
            return history.userId(user);
        }

        @Override
        public boolean growing() {
            return true;
        }
    }

    private Event event(int user, int item, long second) {
        return new Event(number++, user, item, Action.VIEW, START.plusSeconds(second));
    }

    private ReplayThread start() {
        ReplayRequest request =
                ReplayRequest.atFullSpeed(List.of("fake"), FusionRequest.by("hedge"), false, 1);
        ReplaySetup setup =
                new ReplaySetup(
                        new Growing(),
                        new ReplaySetup.Span(FROM, FROM, EventSource.END),
                        request,
                        SessionSettings.defaults(),
                        new TrainedMembers(
                                        List.of(member), FROM, Map.of(), Map.of(), new int[ITEMS])
                                .lineup(
                                        request,
                                        FusionSettings.defaults(),
                                        MemberHost.MORE_THAN_ENOUGH),
                        List.of(step -> steps.add(step.outcome())));
        return new ReplayThread(Replay.reported(setup));
    }

    private void replay() throws InterruptedException {
        try (ReplayThread thread = start()) {
            thread.play();
            thread.await();
        }
    }

    private List<Integer> sessionBefore(int step) {
        var session = steps.get(step).window().session();
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < session.length(); i++) {
            items.add(session.item(i));
        }
        return items;
    }

    @Test
    void anItemNobodyWasTrainedOnIsAMissForAllAndNoStepOfItsSession() throws Exception {
        queue.put(event(0, NEW, 110), false);
        queue.put(event(0, NEW, 120), false);
        queue.put(event(0, 2, 130), false);
        queue.end();
        replay();
        assertThat(steps).hasSize(3);
        for (StepOutcome missed : steps.subList(0, 2)) {
            assertThat(missed.targetKnown()).isFalse();
            assertThat(missed.ranks()).isEmpty();
            assertThat(missed.fused()).isPresent();
        }
        assertThat(sessionBefore(1)).containsExactly(0, 1);
        assertThat(sessionBefore(2)).containsExactly(0, 1);
        assertThat(steps.get(2).ranks()).containsKey("fake");
        assertThat(member.learned()).isEqualTo(1);
    }

    @Test
    void aLateEventIsKnownOfItsShopperOnlyIfNothingLaterIsAndTeachesNobody() throws Exception {
        queue.put(event(0, 3, 200), false);
        queue.put(event(1, 4, 150), true); // nothing later is known of shopper 1
        queue.put(event(0, 4, 150), true); // shopper 0 has gone on since
        queue.put(event(1, NEW, 160), true);
        queue.put(event(1, 0, 210), false);
        queue.put(event(0, 0, 220), false);
        queue.end();
        replay();
        assertThat(steps).extracting(step -> step.event().item()).containsExactly(3, 0, 0);
        assertThat(sessionBefore(1)).containsExactly(2, 4);
        assertThat(sessionBefore(2)).containsExactly(0, 1, 3);
        assertThat(member.learned()).isEqualTo(3);
    }

    @Test
    void whileNothingComesOrdersAreCarriedOut() throws Exception {
        try (ReplayThread thread = start()) {
            thread.play();
            queue.put(event(0, 3, 200), false);
            assertThat(thread.digest().get(60, TimeUnit.SECONDS)).isNotEmpty();
            queue.put(event(0, 2, 210), false);
            queue.end();
            assertThat(thread.await().events()).isEqualTo(2);
        }
        assertThat(steps).hasSize(2);
    }

    @Test
    void aSourceThatBringsNothingIsAReplayOfNothing() throws Exception {
        queue.end();
        try (ReplayThread thread = start()) {
            thread.play();
            assertThat(thread.await().cases()).isZero();
        }
        assertThat(steps).isEmpty();
    }
}
