package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.amalgam.config.CheckpointSettings;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.MemberSettings;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.Members;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.ReplaySummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a replay goes and whichever way, all is as it was when it first came by. */
class TimeTravelTest {

    private static final int ITEMS = 60;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final CheckpointSettings OFTEN = new CheckpointSettings(64, 4);

    private static List<Event> log(int count) {
        Random random = new Random(11);
        List<Event> events = new ArrayList<>();
        Instant time = START;
        int[] at = new int[8];
        for (int number = 0; number < count; number++) {
            time = time.plusSeconds(20 + random.nextInt(200));
            int user = random.nextInt(at.length);
            at[user] = (at[user] + 1 + random.nextInt(3)) % ITEMS;
            events.add(new Event(number, user, at[user], Action.VIEW, time));
        }
        return events;
    }

    /** Users stay among few items for a while, then roam over all, and so on. */
    private static List<Event> turning(int count) {
        Random random = new Random(12);
        return log(count).stream()
                .map(
                        e -> {
                            int items = e.number() / 400 % 2 == 0 ? 12 : ITEMS;
                            int item = random.nextInt(items);
                            return new Event(e.number(), e.user(), item, Action.VIEW, e.time());
                        })
                .toList();
    }

    /** Every event moves every score a little, so that a lost or doubled one shows for good. */
    private static class Fading extends FakeMember {

        private final int batch;
        private final double[] learned = new double[ITEMS];
        private double[] published = new double[ITEMS];

        Fading(String name, RankerKind kind, int batch) {
            super(name, kind, window -> 0);
            this.batch = batch;
        }

        @Override
        public boolean learnsAside() {
            return batch > 1;
        }

        @Override
        public int learningBatch() {
            return batch;
        }

        @Override
        public MemberOutput score(FeatureWindow window, float[] scores) {
            for (int item = 0; item < ITEMS; item++) {
                scores[item] = (float) (published[item] + window.context().length() * item % 7);
            }
            return new MemberOutput.Scored(name(), scores);
        }

        @Override
        public boolean hastens() {
            return true;
        }

        @Override
        public void learn(List<Observation> batch) {
            learn(batch, 1);
        }

        @Override
        public void learn(List<Observation> batch, double haste) {
            for (Observation seen : batch) {
                for (int item = 0; item < ITEMS; item++) {
                    learned[item] = (1 - .01 * haste) * learned[item] + item / 1e4;
                }
                learned[seen.revealed().item()] += 1 + seen.window().context().length() / 10.0;
            }
            if (!learnsAside()) {
                publish();
            }
        }

        @Override
        public void publish() {
            published = learned.clone();
        }

        @Override
        public void writeState(DataOutputStream out) throws IOException {
            for (double value : learned) {
                out.writeDouble(value);
            }
        }

        @Override
        public void readState(DataInputStream in) throws IOException {
            for (int item = 0; item < ITEMS; item++) {
                learned[item] = in.readDouble();
            }
            publish();
        }
    }

    private static List<EnsembleMember> fakes() {
        return List.of(
                new Fading("lstm", RankerKind.MEMBER, 10),
                new Fading("vstan", RankerKind.MEMBER, 1),
                new Fading("markov", RankerKind.BASELINE, 1));
    }

    private static Replay travelling(int events, boolean strict, List<EnsembleMember> members) {
        Replay replay = unbegun(events, strict, members);
        replay.begin();
        return replay;
    }

    private static Replay unbegun(int events, boolean strict, List<EnsembleMember> members) {
        return unbegun(events, strict, MemberHost.MORE_THAN_ENOUGH, members);
    }

    private static Replay unbegun(
            int events, boolean strict, Duration patience, List<EnsembleMember> members) {
        return unbegun(events, strict, patience, members, List.of());
    }

    private static Replay unbegun(
            int events,
            boolean strict,
            Duration patience,
            List<EnsembleMember> members,
            List<StepListener> listeners) {
        return unbegun(log(events), strict, patience, members, listeners);
    }

    private static Replay unbegun(
            List<Event> events,
            boolean strict,
            Duration patience,
            List<EnsembleMember> members,
            List<StepListener> listeners) {
        ListSource source = new ListSource(ITEMS, events);
        Instant from = source.open(START, Instant.MAX).next().time().plusSeconds(30_000);
        ReplayRequest request =
                ReplayRequest.atFullSpeed(List.of(), FusionRequest.by("hedge"), strict, 1);
        return Replay.travelling(
                new ReplaySetup(
                        source,
                        new ReplaySetup.Span(from.minusSeconds(9_000), from, Instant.MAX),
                        request,
                        SessionSettings.defaults(),
                        new TrainedMembers(members, from, Map.of(), Map.of(), new int[ITEMS])
                                .lineup(request, FusionSettings.defaults(), patience),
                        listeners,
                        Optional.empty(),
                        OFTEN));
    }

    private static List<String> digestsWithoutDetours(Replay replay) {
        List<String> digests = new ArrayList<>(List.of(replay.digest()));
        while (replay.next().isPresent()) {
            replay.step();
            digests.add(replay.digest());
        }
        return digests;
    }

    private static void jump(Replay replay, List<String> digests, int times, long seed) {
        Random random = new Random(seed);
        for (int jump = 0; jump < times; jump++) {
            int target = random.nextInt(digests.size());
            replay.seek(target, () -> true);
            assertThat(replay.steps()).isEqualTo(target);
            assertThat(replay.digest())
                    .as("digest at step %d after jump %d", target, jump)
                    .isEqualTo(digests.get(target));
            for (int more = random.nextInt(5); more > 0 && replay.next().isPresent(); more--) {
                replay.step();
                assertThat(replay.digest()).isEqualTo(digests.get((int) replay.steps()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoHundredJumpsFindEverythingAsItWas(boolean strict) {
        try (Replay replay = travelling(1_500, strict, fakes())) {
            List<String> digests = digestsWithoutDetours(replay);
            assertThat(digests).hasSize((int) replay.total() + 1).doesNotHaveDuplicates();
            jump(replay, digests, 200, 5);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void adjustmentsTravelToo(boolean strict) {
        List<Event> events = turning(2_000);
        try (Replay replay =
                unbegun(events, strict, MemberHost.MORE_THAN_ENOUGH, fakes(), List.of())) {
            replay.begin();
            List<String> digests = digestsWithoutDetours(replay);
            List<Adjustment> made = replay.state().adjustments();
            assertThat(made).filteredOn(one -> one.changes().size() > 1).hasSizeGreaterThan(1);
            jump(replay, digests, 60, 8);
            replay.seek(made.get(0).step() + 20, () -> true);
            assertThat(replay.state().adjustments()).startsWith(made.get(0));
            replay.seek(replay.total(), () -> true);
            assertThat(replay.state().adjustments()).isEqualTo(made);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMemberThatIsTrainedLateJoinsAtItsStepWhicheverWayTheReplayComes(boolean strict) {
        List<EnsembleMember> members = new ArrayList<>(fakes());
        members.add(new LateMember(new Fading("cnn", RankerKind.MEMBER, 10)));
        List<Boolean> absent = new ArrayList<>();
        StepListener watch = step -> absent.add(step.outcome().abstentions().containsKey("cnn"));
        try (Replay replay =
                unbegun(1_500, strict, MemberHost.MORE_THAN_ENOUGH, members, List.of(watch))) {
            replay.begin();
            List<String> digests = new ArrayList<>(List.of(replay.digest()));
            while (replay.next().isPresent()) {
                if (replay.steps() == 605) {
                    replay.join("cnn");
                }
                replay.step();
                digests.add(replay.digest());
            }
            assertThat(absent.indexOf(false)).isEqualTo(605);
            assertThat(absent.subList(605, absent.size())).doesNotContain(true);
            jump(replay, digests, 80, 5);
            replay.seek(300, () -> true);
            replay.order(
                    state ->
                            state.setWeights(
                                    FusionWeights.uniform(List.of("lstm", "vstan", "cnn"))));
            absent.clear();
            replay.step();
            assertThat(absent)
                    .as("with other orders it need not be waited for")
                    .containsExactly(false);
        }
    }

    @Test
    void aMemberThatHasMuchToLearnAgainIsWaitedForHoweverLittlePatienceThereIs() {
        Fading slow =
                new Fading("lstm", RankerKind.MEMBER, 10) {
                    @Override
                    public void learn(List<Observation> batch, double haste) {
                        LockSupport.parkNanos(30_000_000);
                        super.learn(batch, haste);
                    }
                };
        try (Replay replay = unbegun(500, false, Duration.ofMillis(100), List.of(slow))) {
            replay.begin();
            replay.seek(120, () -> true);
            replay.seek(60, () -> true);
            assertThat(replay.state().view().quality().get(0).abstaining()).isEmpty();
        }
    }

    @Test
    void aFreshReplayJumpsAheadOfWhatItHasSeen() {
        List<String> digests;
        try (Replay replay = travelling(700, false, fakes())) {
            digests = digestsWithoutDetours(replay);
        }
        try (Replay replay = travelling(700, false, fakes())) {
            jump(replay, digests, 20, 6);
        }
    }

    @Test
    void networksAndBaselinesTravelToo() {
        NetworkSettings small =
                NetworkSettings.lstm().toBuilder().width(16).negatives(32).epochs(1).build();
        MemberSettings settings = Members.shippedSettings();
        for (String network : List.of("lstm", "cnn", "gan")) {
            settings = settings.with(network, small);
        }
        List<EnsembleMember> members = new ArrayList<>();
        for (String name :
                List.of("lstm", "cnn", "gan", "vstan", "itemknn", "markov", "recentpop")) {
            members.add(Members.create(name, 1, settings));
        }
        ListSource source = new ListSource(ITEMS, log(300));
        TrainingSet past = Training.set(source, Instant.MAX, SessionSettings.defaults());
        members.forEach(member -> member.train(past, TaskMonitor.silent()));
        try (Replay replay = travelling(500, false, members)) {
            List<String> digests = digestsWithoutDetours(replay);
            assertThat(digests).doesNotHaveDuplicates();
            jump(replay, digests, 25, 7);
        }
    }

    @Test
    void ordersAreCarriedOutAgainWhereTheyWereGiven() {
        try (Replay replay = travelling(600, false, fakes())) {
            replay.seek(100, () -> true);
            replay.order(state -> state.setWeights(weights(.9)));
            replay.seek(200, () -> true);
            replay.order(state -> state.lock(Set.of("lstm")));
            replay.seek(300, () -> true);
            String there = replay.digest();
            replay.seek(50, () -> true);
            replay.seek(300, () -> true);
            assertThat(replay.digest()).isEqualTo(there);
        }
    }

    @Test
    void anOrderAfterGoingBackBeginsAnotherCourse() {
        try (Replay replay = travelling(600, false, fakes())) {
            replay.seek(300, () -> true);
            String there = replay.digest();
            replay.seek(100, () -> true);
            replay.order(state -> state.setWeights(weights(.9)));
            assertThat(replay.recorded()).isEqualTo(100);
            replay.seek(300, () -> true);
            assertThat(replay.digest()).isNotEqualTo(there);
        }
    }

    @Test
    void aBranchWithTheSameWeightsStaysEqualToTheOriginal() {
        try (Replay replay = travelling(600, false, fakes())) {
            replay.seek(100, () -> true);
            FusionWeights same = replay.state().scorer().weights();
            replay.order(state -> state.branch(100, same));
            replay.seek(300, () -> true);
            assertThat(replay.branchComparisons())
                    .isNotEmpty()
                    .allSatisfy(
                            comparison -> {
                                assertThat(comparison.b()).isEqualTo("original");
                                assertThat(comparison.difference()).isZero();
                            });
        }
    }

    @Test
    void aBranchGoesOnAsTheReplayWouldWithItsWeights() {
        List<String> rankOf = new ArrayList<>();
        for (boolean branching : new boolean[] {false, true}) {
            try (Replay replay = travelling(600, false, fakes())) {
                replay.seek(100, () -> true);
                FusionWeights others = weights(.95);
                replay.order(
                        branching
                                ? state -> state.branch(100, others)
                                : state -> state.setWeights(others));
                replay.seek(400, () -> true);
                rankOf.add(replay.state().scorer().weights().toString());
            }
        }
        assertThat(rankOf.get(1)).isEqualTo(rankOf.get(0));
    }

    private static FusionWeights weights(double lstm) {
        return FusionWeights.of(Map.of("lstm", lstm, "vstan", 1 - lstm));
    }

    @Test
    void theSummaryAfterDetoursIsThatOfAReplayWithoutAny() throws Exception {
        List<ReplaySummary> summaries = new ArrayList<>();
        for (long[] detour : new long[][] {{}, {300, 20, 250, 0}}) {
            try (ReplayThread replay = new ReplayThread(unbegun(600, false, fakes()))) {
                for (long step : detour) {
                    replay.seek(step);
                }
                replay.digest().get();
                replay.play();
                summaries.add(replay.await());
            }
        }
        ReplaySummary straight = summaries.get(0);
        ReplaySummary winding = summaries.get(1);
        assertThat(winding.comparisons()).isEqualTo(straight.comparisons());
        assertThat(winding.events()).isEqualTo(straight.events());
    }

    @Test
    void aLoopPlaysTheSameStepsAgain() throws Exception {
        List<Long> events = new CopyOnWriteArrayList<>();
        List<StepListener> listeners = List.of(step -> events.add(step.outcome().event().number()));
        Replay looping = unbegun(600, false, MemberHost.MORE_THAN_ENOUGH, fakes(), listeners);
        try (ReplayThread replay = new ReplayThread(looping)) {
            replay.loop(100, 120);
            replay.play();
            List<Long> shown = new ArrayList<>();
            for (int i = 0; i < 2_000 && !wentBack(events); i++) {
                replay.snapshots().take().ifPresent(snapshot -> shown.add(snapshot.step()));
                Thread.sleep(5);
            }
            assertThat(wentBack(events)).isTrue();
            assertThat(shown).allMatch(step -> step <= 120);
            assertThat(events).allMatch(event -> event < events.get(0) + 120);
            replay.endLoop();
            assertThat(replay.await().events()).isGreaterThan(200);
        }
    }

    private static boolean wentBack(List<Long> steps) {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i) < steps.get(i - 1)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aLoopThatGoesNowhereIsRefused() {
        try (ReplayThread replay = new ReplayThread(unbegun(300, false, fakes()))) {
            assertThatThrownBy(() -> replay.loop(10, 10))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void oneStepBackFromTheEndAndOnAgain() throws Exception {
        try (ReplayThread replay = new ReplayThread(unbegun(400, false, fakes()))) {
            replay.play();
            replay.await();
            String end = replay.digest().get();
            replay.stepBack();
            String before = replay.digest().get();
            assertThat(before).isNotEqualTo(end);
            replay.seek(Long.MAX_VALUE);
            assertThat(replay.digest().get()).isEqualTo(end);
            replay.seek(Instant.EPOCH);
            assertThat(replay.digest().get()).isNotIn(before, end);
        }
    }
}
