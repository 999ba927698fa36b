package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.amalgam.config.CheckpointSettings;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.Latency;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.report.RunTelemetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay tells of itself: how long things took, and what a flight recording holds. */
class ReplayTelemetryTest {

    private static final int ITEMS = 10;
    private static final int EVENTS = 40;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long HALF_A_SECOND = 500_000_000L;

    @TempDir Path folder;

    /** Fails at the 11th to the 15th event. */
    private static int favourite(FeatureWindow window) {
        long minute = Duration.between(START, window.asOf()).toMinutes();
        if (minute > 10 && minute <= 15) {
            throw new IllegalStateException("ill");
        }
        return 0;
    }

    private static ReplaySetup setup(double speed) {
        List<Event> events = new ArrayList<>();
        for (int number = 1; number <= EVENTS; number++) {
            Instant time = START.plusSeconds(60L * number);
            events.add(new Event(number, 0, number % ITEMS, Action.VIEW, time));
        }
        ReplayRequest request = Requests.at(speed);
        List<EnsembleMember> members =
                List.of(new FakeMember("lstm", RankerKind.MEMBER, ReplayTelemetryTest::favourite));
        return new ReplaySetup(
                new ListSource(ITEMS, events),
                new ReplaySetup.Span(START, START, Instant.MAX),
                request,
                SessionSettings.defaults(),
                new TrainedMembers(members, START, Map.of(), Map.of(), new int[ITEMS])
                        .lineup(request, FusionSettings.defaults(), MemberHost.MORE_THAN_ENOUGH),
                List.of(),
                Optional.empty(),
                new CheckpointSettings(16, 4));
    }

    @Test
    void anEventThatBeganLateRespondsAsLateAndItsOwnTimeStaysShort() {
        try (Replay replay = Replay.travelling(setup(1))) {
            replay.begin();
            replay.step();
            assertThat(replay.latency().overall())
                    .doesNotContainKeys(LiveSnapshot.LAG, LiveSnapshot.RESPONSE);
            replay.step(OptionalLong.of(System.nanoTime() - HALF_A_SECOND), Instant.MIN);
            Map<String, Latency> latency = replay.latency().overall();
            double lag = latency.get(LiveSnapshot.LAG).maxMillis();
            double response = latency.get(LiveSnapshot.RESPONSE).maxMillis();
            assertThat(lag).isGreaterThanOrEqualTo(500);
            assertThat(response - lag)
                    .isBetween(0.0, latency.get(LiveSnapshot.WHOLE_EVENT).maxMillis() + 1);
        }
    }

    @Test
    void aPacedRunTellsOfResponsesAndOneAtFullSpeedDoesNot() throws Exception {
        for (double speed : new double[] {60 * 500, Double.POSITIVE_INFINITY}) {
            Replay replay = Replay.reported(setup(speed));
            try (ReplayThread thread = new ReplayThread(replay)) {
                thread.play();
                thread.await();
                RunTelemetry told = thread.telemetry();
                assertThat(told.events()).isEqualTo(EVENTS);
                assertThat(told.eventsPerSecond()).isCloseTo(EVENTS / told.seconds(), within(1e-6));
                assertThat(told.batchesDropped()).isZero();
                assertThat(told.use().heapPeakMb()).isPositive();
                LiveSnapshot last = thread.snapshots().take().orElseThrow();
                boolean paced = speed < Double.POSITIVE_INFINITY;
                for (Map<String, Latency> times :
                        List.of(last.latency(), replay.latency().overall())) {
                    assertThat(times.containsKey(LiveSnapshot.RESPONSE)).isEqualTo(paced);
                    assertThat(times.containsKey(LiveSnapshot.LAG)).isEqualTo(paced);
                }
                assertThat(last.load().use().heapMb()).isPositive();
            }
        }
    }

    @Test
    void eventsThatAreDueAreCounted() {
        try (Replay replay = Replay.travelling(setup(1))) {
            replay.begin();
            assertThat(replay.backlog(START)).isZero();
            assertThat(replay.backlog(START.plusSeconds(60 * 7 + 1))).isEqualTo(7);
            replay.step();
            assertThat(replay.backlog(START.plusSeconds(60 * 7 + 1))).isEqualTo(6);
            assertThat(replay.backlog(START.plusSeconds(60 * 3))).isEqualTo(2);
            assertThat(replay.backlog(Instant.MAX)).isEqualTo(EVENTS - 1);
            assertThat(replay.next().orElseThrow().number()).isEqualTo(2);
        }
    }

    private List<RecordedEvent> recorded(Runnable flight) throws IOException {
        Path file = folder.resolve("flight.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            flight.run();
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> ours = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().startsWith("org.amalgam.")) {
                ours.add(event);
            }
        }
        Files.delete(file);
        return ours;
    }

    private static List<RecordedEvent> of(String name, List<RecordedEvent> all) {
        return all.stream()
                .filter(event -> event.getEventType().getName().equals("org.amalgam." + name))
                .toList();
    }

    @Test
    void aFlightRecordingHoldsEveryEventWithItsStages() throws IOException {
        List<RecordedEvent> all =
                recorded(
                        () -> {
                            try (Replay replay = Replay.travelling(setup(1))) {
                                replay.begin();
                                long due = System.nanoTime() - HALF_A_SECOND;
                                for (int i = 0; i < EVENTS; i++) {
                                    replay.step(
                                            i == 5 ? OptionalLong.of(due) : OptionalLong.empty(),
                                            Instant.MIN);
                                }
                            }
                        });
        List<RecordedEvent> events = of("EventReplayed", all);
        assertThat(events).hasSize(EVENTS);
        assertThat(events.get(0).getEventType().getCategoryNames()).containsExactly("Amalgam");
        for (int i = 0; i < EVENTS; i++) {
            RecordedEvent event = events.get(i);
            assertThat(event.getLong("number")).isEqualTo(i + 1);
            long stages = 0;
            for (String stage :
                    List.of("features", "members", "fusion", "ranking", "scoring", "learning")) {
                assertThat(event.getDuration(stage).toNanos()).as(stage).isPositive();
                stages += event.getDuration(stage).toNanos();
            }
            assertThat(stages).isLessThanOrEqualTo(event.getDuration().toNanos() + 1_000_000);
            long lag = event.getDuration("lag").toNanos();
            long response = event.getDuration("response").toNanos();
            assertThat(lag >= HALF_A_SECOND).isEqualTo(i == 5);
            assertThat(response > lag).isEqualTo(i == 5);
        }
    }

    @Test
    void aFlightRecordingHoldsLearningCheckpointsSeeksAndAbstentions() throws IOException {
        List<RecordedEvent> all =
                recorded(
                        () -> {
                            try (Replay replay = Replay.travelling(setup(1))) {
                                replay.begin();
                                for (int i = 0; i < EVENTS; i++) {
                                    replay.step();
                                }
                                replay.seek(20, () -> true);
                            }
                        });
        List<RecordedEvent> learned = of("MemberLearned", all);
        assertThat(learned).allMatch(event -> event.getString("member").equals("lstm"));
        assertThat(learned.get(0).getInt("events")).isEqualTo(4);
        assertThat(learned).noneMatch(event -> event.getBoolean("failed"));
        assertThat(of("MemberPublished", all)).isNotEmpty();
        assertThat(of("CheckpointKept", all))
                .extracting(event -> event.getLong("step"))
                .containsExactly(0L, 16L, 32L);
        RecordedEvent seek = of("ReplaySought", all).get(0);
        assertThat(seek.getLong("from")).isEqualTo(EVENTS);
        assertThat(seek.getLong("to")).isEqualTo(20);
        assertThat(of("AbstentionChanged", all))
                .filteredOn(event -> event.getString("member").equals("lstm"))
                .extracting(event -> event.getLong("number"), event -> event.getBoolean("abstains"))
                .startsWith(tuple(11L, true), tuple(16L, false));
    }
}
