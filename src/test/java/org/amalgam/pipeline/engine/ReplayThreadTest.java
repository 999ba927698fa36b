package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.StepOutcome;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.ReplaySummary;
import org.junit.jupiter.api.Test;

/** A replay over a made-up log in which every session walks up the items: the next is last + 1. */
class ReplayThreadTest {

    private static final int ITEMS = 40;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final ListSource source = new ListSource(ITEMS, walk());
    private final Instant split = source.open(START, Instant.MAX).next().time().plusSeconds(36_000);
    private final List<StepOutcome> outcomes = new CopyOnWriteArrayList<>();

    private static int last(FeatureWindow window) {
        return window.context().isEmpty() ? 0 : window.context().lastItem();
    }

    private static int next(FeatureWindow window) {
        return (last(window) + 1) % ITEMS;
    }

    private static List<Event> walk() {
        Random random = new Random(3);
        List<Event> events = new ArrayList<>();
        Instant time = START;
        int[] at = new int[5];
        for (int number = 0; number < 1_200; number++) {
            time = time.plusSeconds(60);
            int user = random.nextInt(at.length);
            at[user] = (at[user] + 1) % ITEMS;
            events.add(new Event(number, user, at[user], Action.VIEW, time));
        }
        return events;
    }

    private ReplayThread replay(
            String fusion, Map<String, Double> weights, double speed, FakeMember... members) {
        return replay(fusion, weights, speed, MemberHost.MORE_THAN_ENOUGH, members);
    }

    private ReplayThread replay(
            String fusion,
            Map<String, Double> weights,
            double speed,
            Duration patience,
            FakeMember... members) {
        ReplayRequest request = Requests.at(speed, new FusionRequest(fusion, weights, Set.of()));
        ReplaySetup setup =
                new ReplaySetup(
                        source,
                        new ReplaySetup.Span(split, split, Instant.MAX),
                        request,
                        SessionSettings.defaults(),
                        new TrainedMembers(
                                        List.of(members), split, Map.of(), Map.of(), new int[ITEMS])
                                .lineup(request, FusionSettings.defaults(), patience),
                        List.of(step -> outcomes.add(step.outcome())));
        return new ReplayThread(Replay.reported(setup));
    }

    private ReplayThread maxSpeed(String fusion, Map<String, Double> weights) {
        return replay(fusion, weights, Double.POSITIVE_INFINITY, good(), bad());
    }

    private static FakeMember good() {
        return new FakeMember("lstm", RankerKind.MEMBER, ReplayThreadTest::next);
    }

    private static FakeMember bad() {
        return new FakeMember("cnn", RankerKind.MEMBER, ReplayThreadTest::last);
    }

    private static Map<String, RankerResult> byName(ReplaySummary summary) {
        Map<String, RankerResult> results = new LinkedHashMap<>();
        summary.results().forEach(result -> results.put(result.ranker(), result));
        return results;
    }

    @Test
    void timesAreFoundByTheStepsBeforeThem() throws Exception {
        Instant last = START.plusSeconds(72_000);
        try (ReplayThread replay = maxSpeed("weighted", Map.of())) {
            assertThat(
                            replay.stepsAt(
                                            List.of(
                                                    split.plusSeconds(150),
                                                    Instant.MAX,
                                                    last,
                                                    split,
                                                    Instant.MIN,
                                                    split.plusSeconds(150)))
                                    .get())
                    .containsExactly(3L, 600L, 599L, 0L, 0L, 3L);
            assertThat(replay.stepsAt(List.of()).get()).isEmpty();
        }
    }

    @Test
    void everyEventAfterTheSplitIsReplayedAndScored() throws Exception {
        try (ReplayThread replay = maxSpeed("weighted", Map.of())) {
            replay.play();
            ReplaySummary summary = replay.await();
            assertThat(summary.events()).isEqualTo(source.count(split, Instant.MAX));
            assertThat(outcomes).hasSize((int) summary.events());
            RankerResult lstm = byName(summary).get("lstm");
            assertThat(lstm.mrr20()).isCloseTo(1, within(.02));
            assertThat(byName(summary).keySet()).containsExactly("lstm", "cnn", "fused-nets");
        }
    }

    @Test
    void aTiedScorerGetsNoCreditForItsTies() throws Exception {
        FakeMember constant =
                new FakeMember("lstm", RankerKind.MEMBER, ReplayThreadTest::next) {
                    @Override
                    public org.amalgam.domain.MemberOutput score(
                            FeatureWindow window, float[] scores) {
                        java.util.Arrays.fill(scores, .5f);
                        return new org.amalgam.domain.MemberOutput.Scored(name(), scores);
                    }
                };
        try (ReplayThread replay =
                replay("weighted", Map.of(), Double.POSITIVE_INFINITY, constant)) {
            replay.play();
            RankerResult result = byName(replay.await()).get("lstm");
            assertThat(result.hr20()).isZero();
            assertThat(result.tieRate()).isEqualTo(1);
        }
    }

    @Test
    void hedgeMovesWeightToTheBetterMember() throws Exception {
        try (ReplayThread replay = maxSpeed("hedge", Map.of())) {
            replay.play();
            replay.await();
        }
        FusionWeights end = outcomes.get(outcomes.size() - 1).weights();
        assertThat(end.of("lstm")).isGreaterThan(.8);
        assertThat(outcomes.get(0).weights().of("lstm")).isEqualTo(.5);
    }

    @Test
    void twoReplaysAreEqualToTheLastDigit() throws Exception {
        List<List<Object>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            outcomes.clear();
            try (ReplayThread replay = maxSpeed("hedge", Map.of())) {
                replay.play();
                replay.await();
            }
            runs.add(
                    outcomes.stream()
                            .<Object>map(o -> List.of(o.ranks(), o.weights(), o.fused()))
                            .toList());
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1));
    }

    @Test
    void weightsSetWhilePausedActOnTheVeryNextEvent() throws Exception {
        try (ReplayThread replay = maxSpeed("weighted", Map.of("lstm", 1.0, "cnn", 0.0))) {
            replay.step();
            waitForSteps(1);
            replay.weights(FusionWeights.of(Map.of("lstm", 0.0, "cnn", 1.0)));
            replay.step();
            waitForSteps(2);
            StepOutcome before = outcomes.get(0);
            StepOutcome after = outcomes.get(1);
            assertThat(top(before)).isEqualTo(next(before.window()));
            assertThat(top(after)).isEqualTo(last(after.window()));
        }
    }

    private static int top(StepOutcome outcome) {
        return outcome.fused().orElseThrow().top().get(0).item();
    }

    private void waitForSteps(int count) throws InterruptedException {
        for (int i = 0; i < 500 && outcomes.size() < count; i++) {
            Thread.sleep(10);
        }
        assertThat(outcomes).hasSize(count);
    }

    @Test
    void sharesOfTheListShownSumToItsScores() throws Exception {
        try (ReplayThread replay = maxSpeed("weighted", Map.of("lstm", .7, "cnn", .3))) {
            replay.play();
            replay.await();
        }
        for (StepOutcome outcome : outcomes) {
            outcome.fused()
                    .orElseThrow()
                    .top()
                    .forEach(
                            place ->
                                    assertThat(
                                                    place.shares().values().stream()
                                                            .mapToDouble(Double::doubleValue)
                                                            .sum())
                                            .isCloseTo(place.score(), within(1e-5)));
        }
    }

    @Test
    void aMemberThatFailsAbstainsAndTheReplayGoesOn() throws Exception {
        FakeMember broken =
                new FakeMember(
                        "cnn",
                        RankerKind.MEMBER,
                        window -> {
                            throw new IllegalStateException("broken");
                        });
        try (ReplayThread replay =
                replay("hedge", Map.of(), Double.POSITIVE_INFINITY, good(), broken)) {
            replay.play();
            Map<String, RankerResult> results = byName(replay.await());
            assertThat(results.get("cnn").hr20()).isZero();
            assertThat(results.get("fused-nets").hr20()).isEqualTo(results.get("lstm").hr20());
        }
        assertThat(outcomes.get(5).abstentions().get("cnn")).contains("broken");
    }

    @Test
    void theWeightOfAMemberThatFailsFallsAndComesBackWhenItHeals() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        FakeMember ill =
                new FakeMember(
                        "lstm",
                        RankerKind.MEMBER,
                        window -> {
                            int now = asked.incrementAndGet();
                            if (now > 200 && now <= 350) {
                                throw new IllegalStateException("ill");
                            }
                            return next(window);
                        });
        FakeMember fair =
                new FakeMember(
                        "cnn",
                        RankerKind.MEMBER,
                        window -> window.user() % 2 == 0 ? next(window) : last(window));
        try (ReplayThread replay = replay("hedge", Map.of(), Double.POSITIVE_INFINITY, ill, fair)) {
            replay.play();
            replay.await();
        }
        double well = outcomes.get(199).weights().of("lstm");
        double after = outcomes.get(350).weights().of("lstm");
        double end = outcomes.get(outcomes.size() - 1).weights().of("lstm");
        assertThat(well).isGreaterThan(.8);
        assertThat(after).isLessThan(.5);
        assertThat(end).isGreaterThan(.8);
    }

    @Test
    void aMemberThatHangsForASecondIsLeftOutMeanwhileAndThenTakesPartAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        FakeMember hanging =
                new FakeMember(
                        "cnn",
                        RankerKind.MEMBER,
                        window -> {
                            if (asked.incrementAndGet() == 100) {
                                LockSupport.parkNanos(1_000_000_000L);
                            }
                            return last(window);
                        });
        double twoHundredAndFiftyEventsASecond = 60 * 250;
        try (ReplayThread replay =
                replay(
                        "hedge",
                        Map.of(),
                        twoHundredAndFiftyEventsASecond,
                        Duration.ofMillis(250),
                        good(),
                        hanging)) {
            replay.play();
            replay.await();
        }
        List<Boolean> absent =
                outcomes.stream().map(o -> o.abstentions().containsKey("cnn")).toList();
        assertThat(absent.subList(0, 99)).doesNotContain(true);
        assertThat(absent.get(99)).isTrue();
        assertThat(absent.get(100)).isTrue();
        assertThat(absent.get(absent.size() - 1)).isFalse();
        assertThat(outcomes.get(99).abstentions().get("cnn")).contains("within 250 ms");
        List<Long> lags = outcomes.stream().map(o -> o.stageNanos().get(LiveSnapshot.LAG)).toList();
        long worst = Collections.max(lags.subList(100, lags.size()));
        assertThat(worst).as("events wait for it once").isGreaterThan(200_000_000L);
        assertThat(Collections.min(lags.subList(lags.indexOf(worst), lags.size())))
                .as("and the replay catches up with its clock")
                .isLessThan(worst / 10);
    }

    @Test
    void snapshotsTellHowThingsStand() throws Exception {
        try (ReplayThread replay = maxSpeed("hedge", Map.of())) {
            replay.play();
            replay.await();
            LiveSnapshot last = replay.snapshots().take().orElseThrow();
            assertThat(last.state()).isEqualTo(LiveSnapshot.State.FINISHED);
            assertThat(last.step()).isEqualTo(last.total());
            assertThat(last.latency()).containsKeys("event", "lstm", "cnn", "fusion");
            assertThat(last.quality())
                    .extracting(LiveSnapshot.Quality::ranker)
                    .containsExactly("lstm", "cnn", "fused-nets");
            assertThat(last.shopper().orElseThrow().top()).hasSize(10);
            assertThat(last.feed()).isNotEmpty();
        }
    }

    @Test
    void closingStopsAReplayThatIsWaitingForItsClock() throws Exception {
        ReplayThread replay = replay("hedge", Map.of(), 1, good());
        replay.play();
        waitForSteps(1);
        replay.close();
        assertThat(replay.await().events()).isLessThan(source.count(split, Instant.MAX));
    }
}
