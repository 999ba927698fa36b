package org.amalgam.pipeline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.amalgam.domain.Observation;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.telemetry.MemberLearned;
import org.amalgam.telemetry.MemberPublished;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one member learns from what it is handed over, batch by batch.
 *
 * <p>A member that learns aside does so on a thread of its own while it goes on answering. What it
 * learned from one batch of events shows from the moment on that the next batch is complete, so an
 * answer knows all but the last one to two batches, and which ones does not depend on the timing of
 * threads. All others answer with all they have been handed over.
 *
 * <p>Batches are handed over through a {@link LearningQueue}, which is bounded.
 */
final class MemberLearning {

    private static final Logger LOG = LoggerFactory.getLogger(MemberLearning.class);

    private final EnsembleMember member;
    private final int batchSize;
    private final OwnerThread owner;
    private final Optional<OwnerThread> aside;
    private final LearningQueue queue;
    private List<Observation> pending = new ArrayList<>();

    /** Of the latest observation. */
    private double haste = 1;

    /** The batch that is being learned from aside, and why that failed, if it did. */
    private FutureTask<Optional<String>> learning = nothingToLearn();

    private volatile Optional<String> failure = Optional.empty();

    /**
     * @param owner answers, and publishes what was learned
     * @param strict learn after every event, whatever batch the member likes, and before the next
     *     answer
     */
    MemberLearning(EnsembleMember member, OwnerThread owner, boolean strict) {
        this.member = member;
        this.owner = owner;
        this.queue = new LearningQueue(member.name());
        this.batchSize = strict ? 1 : member.learningBatch();
        this.aside =
                member.learnsAside() && !strict
                        ? Optional.of(OwnerThread.named("learner-" + member.name()))
                        : Optional.empty();
    }

    /** Why the member failed to learn last time; empty when it did not. */
    Optional<String> failure() {
        return failure;
    }

    /** Whether answers stay as they are until a whole batch of events has been seen. */
    boolean inBatches() {
        return aside.isPresent();
    }

    /** How many more events it takes to complete the batch. */
    int untilHandOver() {
        return batchSize - pending.size();
    }

    /**
     * Hands an observation over.
     *
     * @param haste how many times the member's rate
     * @param patience nanoseconds to wait for room in the queue, when its batch is complete
     */
    void add(Observation observation, double haste, long patience) {
        this.haste = haste;
        pending.add(observation);
        if (pending.size() >= batchSize) {
            handOver(patience);
        }
    }

    /**
     * Lets the member learn from what has been handed over so far, and answer with it.
     *
     * @param patience as for {@link #add}
     */
    void flush(long patience) {
        handOver(patience);
        if (aside.isPresent() && !queue.isFull()) {
            owner.run(publication());
        }
    }

    /** Batches that were dropped so far. */
    long dropped() {
        return queue.dropped();
    }

    private void handOver(long patience) {
        if (pending.isEmpty()) {
            return;
        }
        List<Observation> batch = pending;
        double rate = haste;
        pending = new ArrayList<>();
        if (queue.makeRoom(patience)) {
            queue.add(
                    aside.<FutureTask<?>>map(thread -> learnAside(batch, rate, thread))
                            .orElseGet(() -> learnAtOnce(batch, rate)));
        }
    }

    private FutureTask<?> learnAtOnce(List<Observation> batch, double rate) {
        FutureTask<?> task = new FutureTask<>(() -> publish(learn(batch, rate)), null);
        owner.run(task);
        return task;
    }

    private FutureTask<?> learnAside(List<Observation> batch, double rate, OwnerThread thread) {
        FutureTask<?> settled = publication();
        owner.run(settled);
        learning =
                new FutureTask<>(
                        () -> {
                            OwnerThread.wait(settled);
                            return learn(batch, rate);
                        });
        thread.run(learning);
        return learning;
    }

    /** Work for the owner: waits for what is being learned aside and publishes it. */
    private FutureTask<?> publication() {
        FutureTask<Optional<String>> last = learning;
        return new FutureTask<>(() -> publish(OwnerThread.wait(last)), null);
    }

    private void publish(Optional<String> newFailure) {
        MemberPublished flight = new MemberPublished();
        flight.begin();
        failure = newFailure;
        takeOver();
        if (flight.shouldCommit()) {
            flight.fill(member.name(), failure.isPresent());
            flight.commit();
        }
    }

    private void takeOver() {
        try {
            member.publish();
        } catch (RuntimeException e) {
            LOG.warn("{} failed to take over what it learned and abstains", member.name(), e);
            failure = Optional.of("failed to take over what it learned: " + e);
        }
    }

    /** Why it failed, if it did. */
    private Optional<String> learn(List<Observation> batch, double rate) {
        MemberLearned flight = new MemberLearned();
        flight.begin();
        Optional<String> failed = guardedLearn(batch, rate);
        if (flight.shouldCommit()) {
            flight.fill(member.name(), batch.size(), failed.isPresent());
            flight.commit();
        }
        return failed;
    }

    private Optional<String> guardedLearn(List<Observation> batch, double rate) {
        try {
            member.learn(batch, rate);
            return Optional.empty();
        } catch (RuntimeException e) {
            if (failure.isEmpty()) {
                LOG.warn("{} failed to learn and abstains as long as it does", member.name(), e);
            }
            return Optional.of("failed to learn: " + e);
        }
    }

    private static FutureTask<Optional<String>> nothingToLearn() {
        FutureTask<Optional<String>> done = new FutureTask<>(Optional::empty);
        done.run();
        return done;
    }

    /** Begins work for the owner that comes after all that is being learned now. */
    <T> FutureTask<T> after(Callable<T> work) {
        FutureTask<Optional<String>> last = learning;
        FutureTask<T> task =
                new FutureTask<>(
                        () -> {
                            OwnerThread.wait(last);
                            return work.call();
                        });
        owner.run(task);
        return task;
    }

    /** Forgets what was to be learned, for the member has been put into another state. */
    void forget() {
        pending = new ArrayList<>();
        learning = nothingToLearn();
    }

    /** The member is in a state in which it had failed so, or not. */
    void failedBefore(Optional<String> reason) {
        failure = reason;
    }

    void end() {
        aside.ifPresent(OwnerThread::end);
    }
}
