package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.amalgam.config.CheckpointSettings;
import org.amalgam.config.FusionSettings;
import org.amalgam.config.MemberSettings;
import org.amalgam.config.NetworkSettings;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.Members;
import org.amalgam.pipeline.ReplayRequest;
import org.junit.jupiter.api.Test;

/** Answers that were worked out ahead are those that would have been given in time. */
class LookaheadTest {

    private static final int ITEMS = 90;
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant SPLIT = START.plusSeconds(40 * 300);

    /** One that knows no event before its turn. */
    private static final Instant IN_TIME = Instant.MIN;

    /** One as fast as possible. */
    private static final Instant AHEAD = Instant.MAX;

    private final ListSource source = new ListSource(ITEMS, log());

    private static List<Event> log() {
        Random random = new Random(5);
        List<Event> events = new ArrayList<>();
        int[] at = new int[6];
        for (int number = 0; number < 900; number++) {
            int user = random.nextInt(at.length);
            at[user] = (at[user] + 1 + random.nextInt(4)) % ITEMS;
            Instant time = START.plusSeconds(40L * number);
            events.add(new Event(number, user, at[user], Action.VIEW, time));
        }
        return events;
    }

    private List<EnsembleMember> networks() {
        NetworkSettings small =
                NetworkSettings.lstm().toBuilder().width(16).negatives(32).epochs(1).build();
        MemberSettings settings = Members.shippedSettings();
        for (String network : List.of("lstm", "cnn", "gan")) {
            settings = settings.with(network, small);
        }
        TrainingSet past = Training.set(source, SPLIT, SessionSettings.defaults());
        List<EnsembleMember> members = new ArrayList<>();
        for (String name : List.of("lstm", "cnn", "gan", "vstan", "markov")) {
            EnsembleMember member = Members.create(name, 1, settings);
            member.train(past, TaskMonitor.silent());
            members.add(member);
        }
        return members;
    }

    private List<Object> replayed(List<EnsembleMember> members, Instant known) {
        ReplayRequest request = Requests.at(Double.POSITIVE_INFINITY);
        List<Object> steps = new ArrayList<>();
        ReplaySetup setup =
                new ReplaySetup(
                        source,
                        new ReplaySetup.Span(SPLIT.minusSeconds(400), SPLIT, Instant.MAX),
                        request,
                        SessionSettings.defaults(),
                        new TrainedMembers(members, SPLIT, Map.of(), Map.of(), new int[ITEMS])
                                .lineup(
                                        request,
                                        FusionSettings.defaults(),
                                        MemberHost.MORE_THAN_ENOUGH),
                        List.of(
                                step ->
                                        steps.add(
                                                List.of(
                                                        step.outcome().ranks(),
                                                        step.outcome().abstentions(),
                                                        step.outcome().weights(),
                                                        step.outcome().fused()))),
                        Optional.empty(),
                        new CheckpointSettings(100, 4));
        try (Replay replay = Replay.reported(setup)) {
            replay.begin();
            while (replay.next().isPresent()) {
                replay.step(OptionalLong.empty(), known);
            }
            steps.add(replay.digest());
            steps.add(replay.records().figures().get("lstm"));
        }
        return steps;
    }

    @Test
    void networksGiveTheSameAnswersAheadAsInTime() {
        List<Object> inTime = replayed(networks(), IN_TIME);
        List<Object> ahead = replayed(networks(), AHEAD);
        assertThat(ahead).hasSize(602);
        for (int step = 0; step < 601; step++) {
            assertThat(ahead.get(step)).as("step %d", step).isEqualTo(inTime.get(step));
        }
    }

    @Test
    void networksAreIndeedAskedTogether() {
        Counting member = new Counting();
        replayed(List.of(member), AHEAD);
        assertThat(member.together).isGreaterThan(400);
        assertThat(member.most).isEqualTo(16);
        assertThat(replayed(List.of(new Counting()), IN_TIME)).isNotEmpty();
    }

    @Test
    void oneThatFailsForSomeShoppersFailsForThemAlone() {
        List<Object> ahead = replayed(List.of(new Failing()), AHEAD);
        List<Object> inTime = replayed(List.of(new Failing()), IN_TIME);
        assertThat(ahead.subList(0, 600)).isEqualTo(inTime.subList(0, 600));
    }

    /** Learns aside, in batches larger than what is asked together. */
    private static class Counting extends FakeMember {

        private int together;
        private int most;

        Counting() {
            super("lstm", RankerKind.MEMBER, w -> w.context().length() % ITEMS);
        }

        @Override
        public boolean learnsAside() {
            return true;
        }

        @Override
        public int learningBatch() {
            return 40;
        }

        @Override
        public List<MemberOutput> scoreAll(List<FeatureWindow> windows, float[][] scores) {
            together += windows.size();
            most = Math.max(most, windows.size());
            return super.scoreAll(windows, scores);
        }
    }

    /** Throws for one user of three. */
    private static final class Failing extends Counting {

        @Override
        public MemberOutput score(FeatureWindow window, float[] scores) {
            if (window.user() % 3 == 0) {
                throw new IllegalStateException("not for " + window.user());
            }
            return super.score(window, scores);
        }
    }
}
