package org.amalgam.pipeline.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.amalgam.domain.Observation;
import org.amalgam.domain.stage.EnsembleMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one member learns from what it is handed over, batch by batch.
 *
 * <p>A member that learns aside does so on a thread of its own while it goes on answering. What it
 * learned from one batch of events shows from the moment on that the next batch is complete, so an
 * answer knows all but the last one to two batches, and which ones does not depend on the timing of
 * threads. All others answer with all they have been handed over.
 */
final class MemberLearning {

    private static final Logger LOG = LoggerFactory.getLogger(MemberLearning.class);

    /** Batches that may wait to be learned from; a member this far behind is not coming back. */
    private static final int MOST_WAITING = 10_000;

    private final EnsembleMember member;
    private final int batchSize;
    private final OwnerThread owner;
    private final Optional<OwnerThread> aside;
    private final AtomicInteger waiting = new AtomicInteger();
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

    void add(Observation observation, double haste) {
        this.haste = haste;
        pending.add(observation);
        if (pending.size() >= batchSize) {
            handOver();
        }
    }

    /** Lets the member learn from what has been handed over so far, and answer with it. */
    void flush() {
        handOver();
        aside.ifPresent(thread -> owner.run(publication()));
    }

    private void handOver() {
        if (pending.isEmpty()) {
            return;
        }
        List<Observation> batch = pending;
        double rate = haste;
        pending = new ArrayList<>();
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return;
        }
        aside.ifPresentOrElse(
                thread -> learnAside(batch, rate, thread),
                () -> owner.run(new FutureTask<>(() -> publish(learn(batch, rate)), null)));
    }

    private void learnAside(List<Observation> batch, double rate, OwnerThread thread) {
        FutureTask<?> settled = publication();
        owner.run(settled);
        learning =
                new FutureTask<>(
                        () -> {
                            OwnerThread.wait(settled);
                            return learn(batch, rate);
                        });
        thread.run(learning);
    }

    /** Work for the owner: waits for what is being learned aside and publishes it. */
    private FutureTask<?> publication() {
        FutureTask<Optional<String>> last = learning;
        return new FutureTask<>(() -> publish(OwnerThread.wait(last)), null);
    }

    private void publish(Optional<String> newFailure) {
        failure = newFailure;
        try {
            member.publish();
        } catch (RuntimeException e) {
            LOG.warn("{} failed to take over what it learned and abstains", member.name(), e);
            failure = Optional.of("failed to take over what it learned: " + e);
        }
    }

    /** Why it failed, if it did. */
    private Optional<String> learn(List<Observation> batch, double rate) {
        waiting.decrementAndGet();
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
