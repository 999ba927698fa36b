package org.amalgam.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemberLearningTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Observation OBSERVATION =
            new Observation(
                    new FeatureWindow(0, NOON, ItemSequence.ofViews(1), ItemSequence.empty()),
                    new Event(0, 0, 2, Action.VIEW, NOON));

    private final OwnerThread owner = OwnerThread.named("member-lstm");
    private final AtomicInteger batches = new AtomicInteger();

    @AfterEach
    void end() {
        owner.end();
    }

    /** Learns one event at a time, once it may. */
    private final class Learner extends FakeMember {

        private final boolean aside;
        private final Semaphore may;

        Learner(boolean aside, Semaphore may) {
            super("lstm", RankerKind.MEMBER, window -> 0);
            this.aside = aside;
            this.may = may;
        }

        @Override
        public boolean learnsAside() {
            return aside;
        }

        @Override
        public int learningBatch() {
            return 1;
        }

        @Override
        public void learn(List<Observation> batch) {
            may.acquireUninterruptibly();
            super.learn(batch);
            batches.incrementAndGet();
        }
    }

    @Test
    void whoHandsOverWaitsForASlowMemberAndNoBatchIsLost() {
        for (boolean aside : new boolean[] {false, true}) {
            batches.set(0);
            Semaphore may = new Semaphore(0);
            Learner member = new Learner(aside, may);
            MemberLearning learning = new MemberLearning(member, owner, false);
            for (int handed = 1; handed <= 300; handed++) {
                if (handed > LearningQueue.MOST_AHEAD) {
                    // Without this the next hand-over would have to wait for ever.
                    may.release();
                }
                learning.add(OBSERVATION, 1, Long.MAX_VALUE);
                assertThat(handed - batches.get()).isLessThanOrEqualTo(LearningQueue.MOST_AHEAD);
            }
            may.release(LearningQueue.MOST_AHEAD);
            OwnerThread.wait(learning.after(() -> null));
            assertThat(member.learned()).isEqualTo(300);
            assertThat(learning.dropped()).isZero();
            learning.end();
        }
    }

    @Test
    void batchesForAMemberThatHangsAreKeptUpToALimitAndThenCounted() {
        Semaphore may = new Semaphore(0);
        Learner member = new Learner(true, may);
        MemberLearning learning = new MemberLearning(member, owner, false);
        for (int handed = 0; handed < LearningQueue.MOST_WAITING + 70; handed++) {
            learning.add(OBSERVATION, 1, 1);
        }
        assertThat(learning.dropped()).isEqualTo(70);
        may.release(LearningQueue.MOST_WAITING);
        OwnerThread.wait(learning.after(() -> null));
        assertThat(member.learned()).isEqualTo(LearningQueue.MOST_WAITING);
        learning.add(OBSERVATION, 1, 1);
        assertThat(learning.dropped()).isEqualTo(70);
        may.release();
        OwnerThread.wait(learning.after(() -> null));
        assertThat(member.learned()).isEqualTo(LearningQueue.MOST_WAITING + 1);
        learning.end();
    }
}
