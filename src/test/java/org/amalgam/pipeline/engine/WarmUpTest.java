package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.pipeline.ReplayRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Members that are trained beside a replay. */
@Timeout(60)
class WarmUpTest {

    private static final int ITEMS = 10;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final ListSource source = new ListSource(ITEMS, log());
    private final List<String> kept = new CopyOnWriteArrayList<>();
    private final List<Boolean> absent = new CopyOnWriteArrayList<>();

    private static List<Event> log() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Instant time = START.plusSeconds(60L * i);
            events.add(new Event(i, i % 3, i % ITEMS, Action.VIEW, time));
        }
        return events;
    }

    private ReplayThread replay(LateMember late) {
        ReplayRequest request = Requests.at(Double.POSITIVE_INFINITY);
        FakeMember ready = new FakeMember("vstan", RankerKind.MEMBER, window -> 1);
        WarmUp warmUp =
                new WarmUp(
                        List.of(late),
                        () -> Training.set(source, Instant.MAX, SessionSettings.defaults()),
                        (member, seconds) -> kept.add(member.name()));
        ReplaySetup setup =
                new ReplaySetup(
                        source,
                        new ReplaySetup.Span(START, START, Instant.MAX),
                        request,
                        SessionSettings.defaults(),
                        new TrainedMembers(
                                        List.of(late, ready),
                                        START,
                                        Map.of(),
                                        Map.of(),
                                        new int[ITEMS],
                                        warmUp)
                                .lineup(
                                        request,
                                        FusionSettings.defaults(),
                                        MemberHost.MORE_THAN_ENOUGH),
                        List.of(
                                step ->
                                        absent.add(
                                                step.outcome().abstentions().containsKey("cnn"))));
        return new ReplayThread(Replay.travelling(setup));
    }

    @Test
    void whoIsTrainedIsKeptAndTakesPartFromThenOn() throws Exception {
        LateMember late = new LateMember(new FakeMember("cnn", RankerKind.MEMBER, window -> 2));
        try (ReplayThread replay = replay(late)) {
            replay.step();
            // An order may be carried out before the step, so none tells of it.
            while (absent.isEmpty()) {
                Thread.sleep(1);
            }
            replay.warmUp(TaskMonitor.silent());
            assertThat(kept).containsExactly("cnn");
            replay.play();
            replay.await();
        }
        assertThat(absent.get(0)).isTrue();
        assertThat(absent.get(absent.size() - 1)).isFalse();
    }

    /** Trains until somebody has enough of it, as networks look between two batches. */
    private static final class Endless extends FakeMember {

        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile boolean training;
        private volatile boolean closedWhileTraining;

        Endless() {
            super("cnn", RankerKind.MEMBER, window -> 2);
        }

        @Override
        public void train(TrainingSet data, TaskMonitor monitor) {
            training = true;
            begun.countDown();
            while (!monitor.cancelled()) {
                Thread.onSpinWait();
            }
            training = false;
            monitor.checkCancelled();
        }

        @Override
        public void close() {
            closedWhileTraining |= training;
        }
    }

    @Test
    void closingTheReplayEndsTrainingBeforeTheMemberIsFreed() throws Exception {
        Endless member = new Endless();
        ReplayThread replay = replay(new LateMember(member));
        CompletableFuture<Void> training =
                CompletableFuture.runAsync(() -> replay.warmUp(TaskMonitor.silent()));
        assertThat(member.begun.await(30, TimeUnit.SECONDS)).isTrue();
        replay.close();
        assertThatThrownBy(() -> training.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancellationException.class);
        assertThat(member.closedWhileTraining).isFalse();
        assertThat(kept).isEmpty();
    }

    @Test
    void whoWasLetGoIsNeitherTrainedNorKept(@TempDir Path home) {
        LateMember late = new LateMember(new FakeMember("cnn", RankerKind.MEMBER, window -> 2));
        late.close();
        TrainingSet past = Training.set(source, Instant.MAX, SessionSettings.defaults());
        assertThatThrownBy(() -> late.train(past, TaskMonitor.silent()))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> late.save(home)).isInstanceOf(CancellationException.class);
    }
}
