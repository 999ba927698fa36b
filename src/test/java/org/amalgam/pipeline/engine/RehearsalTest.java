package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.HeldOut;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.Item;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.fusion.KeptCases;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final int ITEMS = 6;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Recorder member = new Recorder();

    @Test
    void stepsComeInOrderOfTimeEachAskedBeforeItIsLearned() {
        KeptCases cases =
                rehearse(session(1, 0, 0, 1, 2), session(2, 5, 3, 4), 100); // 0, 10, 20 and 5, 15 s

        assertThat(member.log)
                .containsExactly(
                        "learn 0 of 1", // opens a session, so it is no case
                        "learn 3 of 2",
                        "ask after [0]",
                        "learn 1 of 1",
                        "ask after [3]",
                        "learn 4 of 2",
                        "ask after [0, 1]",
                        "learn 2 of 1");
        assertThat(targets(cases)).containsExactly(1, 4, 2);
        assertThat(cases.group(0)).isEqualTo(cases.group(2)).isNotEqualTo(cases.group(1));
    }

    @Test
    void anItemIsNoTargetBeforeItHasOccurredAndOneFromThenOn() {
        KeptCases cases = rehearse(session(1, 0, 0, 5), session(2, 60, 0, 5), 100);

        assertThat(member.log).filteredOn(line -> line.startsWith("ask")).hasSize(1);
        assertThat(targets(cases)).containsExactly(5);
    }

    @Test
    void ofMoreCasesThanEnoughSomeAtEqualDistancesAreAskedAndAllAreLearned() {
        int[] long1 = new int[21];
        KeptCases cases = rehearse(session(1, 0, long1), session(2, 900, 0, 1), 7);

        assertThat(cases.size()).isEqualTo(7);
        assertThat(member.log).filteredOn(line -> line.startsWith("learn")).hasSize(23);
    }

    @Test
    void membersAreLeftOpenForWhoeverTrainsThemNext() {
        rehearse(session(1, 0, 0, 1), session(2, 5, 3, 4), 100);

        assertThat(member.closed).isFalse();
    }

    private KeptCases rehearse(Session one, Session other, int most) {
        Catalogue catalogue =
                new Catalogue(
                        IntStream.range(0, ITEMS).mapToObj(i -> Item.bare(i, "i" + i)).toList());
        TrainingSet early = new TrainingSet(catalogue, List.of(session(9, -1000, 0, 1, 2, 3, 4)));
        Holdout holdout = new Holdout(early, List.of(HeldOut.of(one), HeldOut.of(other)));
        return new Rehearsal(holdout).keep(List.of(member), most, TaskMonitor.silent());
    }

    /** Steps ten seconds apart. */
    private static Session session(int user, int start, int... items) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            Instant time = NOON.plusSeconds(start + 10L * i);
            events.add(new Event(i, user, items[i], Action.VIEW, time));
        }
        return new Session(user, NOON.plusSeconds(start), ItemSequence.of(events));
    }

    private static List<Integer> targets(KeptCases cases) {
        return IntStream.range(0, cases.size()).map(cases::target).boxed().toList();
    }

    /** Writes down what it is asked and taught, in order. */
    private static final class Recorder extends FakeMember {

        private final List<String> log = new ArrayList<>();
        private boolean closed;

        Recorder() {
            super("recorder", RankerKind.BASELINE, window -> 0);
        }

        @Override
        public int learningBatch() {
            return 1;
        }

        @Override
        public MemberOutput score(FeatureWindow window, float[] scores) {
            log.add("ask after " + window.context().toString().substring(12));
            return super.score(window, scores);
        }

        @Override
        public void learn(List<Observation> batch) {
            batch.forEach(
                    seen ->
                            log.add(
                                    "learn "
                                            + seen.revealed().item()
                                            + " of "
                                            + seen.revealed().user()));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
