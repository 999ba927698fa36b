package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.junit.jupiter.api.Test;

class MemberHostTest {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final FeatureWindow WINDOW =
            new FeatureWindow(0, NOON, ItemSequence.ofViews(1), ItemSequence.empty());
    private static final Observation OBSERVATION =
            new Observation(WINDOW, new Event(0, 0, 2, Action.VIEW, NOON));

    private static int best(float[] scores) {
        int best = 0;
        for (int item = 1; item < scores.length; item++) {
            best = scores[item] > scores[best] ? item : best;
        }
        return best;
    }

    private static MemberOutput answerOf(FakeMember member) {
        try (MemberHost host = new MemberHost(member, 5, false)) {
            host.ask(WINDOW);
            return host.answer();
        }
    }

    @Test
    void anAnswerIsPassedOn() {
        MemberOutput output = answerOf(new FakeMember("lstm", RankerKind.MEMBER, w -> 3));
        assertThat(((Scored) output).scores()).containsExactly(0, 0, 0, 1, 0);
    }

    @Test
    void aMemberThatThrowsAbstains() {
        MemberOutput output =
                answerOf(
                        new FakeMember(
                                "lstm",
                                RankerKind.MEMBER,
                                w -> {
                                    throw new IllegalStateException("out of luck");
                                }));
        assertThat(((Abstained) output).reason()).contains("out of luck");
    }

    @Test
    void aMemberWithAScoreThatIsNotFiniteAbstains() {
        for (float bad :
                new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            MemberOutput output =
                    answerOf(
                            new FakeMember("gan", RankerKind.MEMBER, w -> 0) {
                                @Override
                                public MemberOutput score(FeatureWindow window, float[] scores) {
                                    super.score(window, scores);
                                    scores[4] = bad;
                                    return new Scored(name(), scores);
                                }
                            });
            assertThat(((Abstained) output).reason()).contains("not finite");
        }
    }

    @Test
    void aMemberThatFailsToLearnAbstainsUntilItLearnsAgain() {
        var member =
                new FakeMember("cnn", RankerKind.MEMBER, w -> 0) {
                    private boolean broken = true;

                    @Override
                    public void learn(List<Observation> batch) {
                        if (broken) {
                            throw new IllegalStateException("diverged");
                        }
                    }
                };
        try (MemberHost host = new MemberHost(member, 5, true)) {
            host.learn(OBSERVATION);
            host.ask(WINDOW);
            assertThat(((Abstained) host.answer()).reason()).contains("diverged");
            host.call(() -> member.broken = false);
            host.learn(OBSERVATION);
            host.ask(WINDOW);
            assertThat(host.answer()).isInstanceOf(Scored.class);
        }
    }

    @Test
    void learningComesInBatchesOfTheMembersLikingAndTheRestOnFlush() {
        FakeMember member = new FakeMember("lstm", RankerKind.MEMBER, w -> 0);
        try (MemberHost host = new MemberHost(member, 5, false)) {
            for (int i = 0; i < 6; i++) {
                host.learn(OBSERVATION);
            }
            host.ask(WINDOW);
            host.answer();
            assertThat(member.learned()).isEqualTo(4);
            host.flush();
            host.ask(WINDOW);
            host.answer();
            assertThat(member.learned()).isEqualTo(6);
        }
    }

    @Test
    void strictMeansAfterEveryEvent() {
        FakeMember member = new FakeMember("lstm", RankerKind.MEMBER, w -> 0);
        try (MemberHost host = new MemberHost(member, 5, true)) {
            host.learn(OBSERVATION);
            host.ask(WINDOW);
            host.answer();
            assertThat(member.learned()).isEqualTo(1);
        }
    }

    @Test
    void whatIsLearnedAsideShowsWhenTheNextBatchIsCompleteHoweverLongItTook() {
        for (long millis : new long[] {0, 30}) {
            List<Integer> known = new ArrayList<>();
            try (MemberHost host = new MemberHost(new Slow(millis), 20, false)) {
                for (int event = 0; event < 14; event++) {
                    host.ask(WINDOW);
                    known.add(best(((Scored) host.answer()).scores()));
                    host.learn(OBSERVATION);
                }
                assertThat(known).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 8, 8);
                host.flush();
                host.ask(WINDOW);
                assertThat(best(((Scored) host.answer()).scores())).isEqualTo(14);
            }
        }
    }

    @Test
    void strictKnowsEveryEventAtOnce() {
        try (MemberHost host = new MemberHost(new Slow(0), 20, true)) {
            for (int event = 0; event < 5; event++) {
                host.ask(WINDOW);
                assertThat(best(((Scored) host.answer()).scores())).isEqualTo(event);
                host.learn(OBSERVATION);
            }
        }
    }

    @Test
    void aFailureToLearnAsideShowsAtTheSameEventInEveryRun() {
        Slow member =
                new Slow(5) {
                    @Override
                    public void learn(List<Observation> batch) {
                        super.learn(batch);
                        if (learned() == 8) {
                            throw new IllegalStateException("diverged");
                        }
                    }
                };
        List<Boolean> abstained = new ArrayList<>();
        try (MemberHost host = new MemberHost(member, 20, false)) {
            for (int event = 0; event < 18; event++) {
                host.ask(WINDOW);
                abstained.add(host.answer() instanceof Abstained);
                host.learn(OBSERVATION);
            }
        }
        assertThat(abstained.indexOf(true)).isEqualTo(12);
        assertThat(abstained.lastIndexOf(true)).isEqualTo(15);
    }

    /** Hangs while it is told to. */
    private static final class Hanging extends FakeMember {

        private final Semaphore released = new Semaphore(0);
        private volatile boolean hanging;

        Hanging() {
            super("cnn", RankerKind.MEMBER, w -> 2);
        }

        @Override
        public MemberOutput score(FeatureWindow window, float[] scores) {
            if (hanging) {
                released.acquireUninterruptibly();
            }
            return super.score(window, scores);
        }

        void heal() {
            hanging = false;
            released.release(1_000);
        }
    }

    @Test
    void aMemberThatHangsAbstainsInTimeAndAnswersAgainWhenItIsBack() throws Exception {
        Hanging member = new Hanging();
        try (MemberHost host = new MemberHost(member, 5, false, Duration.ofMillis(40))) {
            member.hanging = true;
            host.ask(WINDOW);
            assertThat(((Abstained) host.answer()).reason()).contains("within 40 ms");
            assertThat(host.isOverdue()).isTrue();
            for (int event = 0; event < 1_000; event++) {
                host.ask(WINDOW);
                assertThat(host.answer()).isInstanceOf(Abstained.class);
                host.learn(OBSERVATION);
            }
            assertThat(member.learned()).isZero();
            member.heal();
            MemberOutput output = new Abstained("cnn", "not asked");
            for (int wait = 0; wait < 500 && output instanceof Abstained; wait++) {
                host.ask(WINDOW);
                output = host.answer();
                Thread.sleep(2);
            }
            assertThat(best(((Scored) output).scores())).isEqualTo(2);
            assertThat(host.isOverdue()).isFalse();
            assertThat(member.learned()).isEqualTo(1_000);
        }
    }

    @Test
    void aHangCostsOnePatienceHoweverManyEventsItLasts() {
        Hanging member = new Hanging();
        member.hanging = true;
        try (MemberHost host = new MemberHost(member, 5, false, Duration.ofMillis(200))) {
            long start = System.nanoTime();
            for (int event = 0; event < 50; event++) {
                host.ask(WINDOW);
                assertThat(host.answer()).isInstanceOf(Abstained.class);
            }
            // Fifty patiences would be ten seconds.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(FIVE_SECONDS);
            member.heal();
        }
    }

    /** Learns aside, and puts the item first that is as many as the events it has published. */
    private static class Slow extends FakeMember {

        private final long millis;
        private int published;

        Slow(long millis) {
            super("lstm", RankerKind.MEMBER, w -> 0);
            this.millis = millis;
        }

        @Override
        public boolean learnsAside() {
            return true;
        }

        @Override
        public void learn(List<Observation> batch) {
            super.learn(batch);
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void publish() {
            published = learned();
        }

        @Override
        public MemberOutput score(FeatureWindow window, float[] scores) {
            Arrays.fill(scores, 0);
            scores[published] = 1;
            return new Scored(name(), scores);
        }
    }
}
