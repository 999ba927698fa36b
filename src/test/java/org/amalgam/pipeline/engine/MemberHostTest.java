package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final FeatureWindow WINDOW =
            new FeatureWindow(0, NOON, ItemSequence.ofViews(1), ItemSequence.empty());
    private static final Observation OBSERVATION =
            new Observation(WINDOW, new Event(0, 0, 2, Action.VIEW, NOON));

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
}
