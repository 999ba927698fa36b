package org.amalgam.pipeline.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.kernel.FloatKernels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one member on its owner thread and keeps its failures from the others: what it throws, or a
 * score that is not finite, becomes an abstention. Calls come from the replay thread only.
 *
 * <p>A member that learns aside does so on a thread of its own while it goes on answering. What it
 * learned from one batch of events shows from the moment on that the next batch is complete, so an
 * answer knows all but the last one to two batches, and which ones does not depend on the timing of
 * threads. All others answer with all they have been handed over.
 */
public final class MemberHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MemberHost.class);

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final EnsembleMember member;
    private final int learningBatch;
    private final Optional<ExecutorService> owner;
    private final Optional<ExecutorService> learner;
    private final float[] scores;
    private List<Observation> pending = new ArrayList<>();
    private FutureTask<MemberOutput> asked;

    /** The batch that is being learned from aside, and why that failed, if it did. */
    private FutureTask<Optional<String>> learning = nothingToLearn();

    private volatile long answerNanos;
    private volatile Optional<String> learningFailure = Optional.empty();

    /**
     * Networks get a thread of their own; baselines, which take microseconds, run on the replay
     * thread.
     *
     * @param strict learn after every event, whatever batch the member likes, and before the next
     *     answer
     */
    public MemberHost(EnsembleMember member, int itemCount, boolean strict) {
        this.member = member;
        this.learningBatch = strict ? 1 : member.learningBatch();
        this.scores = new float[itemCount];
        this.owner =
                member.kind() == RankerKind.MEMBER
                        ? Optional.of(thread("member-" + member.name()))
                        : Optional.empty();
        this.learner =
                member.learnsAside() && !strict
                        ? Optional.of(thread("learner-" + member.name()))
                        : Optional.empty();
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    public String name() {
        return member.name();
    }

    public RankerKind kind() {
        return member.kind();
    }

    /** Asks the member; {@link #answer} gives what it says. */
    public void ask(FeatureWindow window) {
        asked = new FutureTask<>(() -> guardedScore(window));
        run(asked);
    }

    /** Waits for the answer to the last question. Its scores are valid until the next question. */
    public MemberOutput answer() {
        return wait(asked);
    }

    /** Time the member itself took for its last answer. */
    public long answerNanos() {
        return answerNanos;
    }

    /** Hands an observation over to learn from, in batches of the member's liking. */
    public void learn(Observation observation) {
        pending.add(observation);
        if (pending.size() >= learningBatch) {
            handOver();
        }
    }

    /** Lets the member learn from what has been handed over so far, and answer with it. */
    public void flush() {
        handOver();
        learner.ifPresent(aside -> run(publication()));
    }

    private void handOver() {
        if (pending.isEmpty()) {
            return;
        }
        List<Observation> batch = pending;
        pending = new ArrayList<>();
        learner.ifPresentOrElse(
                thread -> learnAside(batch, thread),
                () -> run(new FutureTask<>(() -> publish(guardedLearn(batch)), null)));
    }

    private void learnAside(List<Observation> batch, ExecutorService thread) {
        FutureTask<?> settled = publication();
        run(settled);
        learning =
                new FutureTask<>(
                        () -> {
                            wait(settled);
                            return guardedLearn(batch);
                        });
        thread.execute(learning);
    }

    /** Work for the owner: waits for what is being learned aside and publishes it. */
    private FutureTask<?> publication() {
        FutureTask<Optional<String>> last = learning;
        return new FutureTask<>(() -> publish(wait(last)), null);
    }

    private void publish(Optional<String> failure) {
        learningFailure = failure;
        try {
            member.publish();
        } catch (RuntimeException e) {
            LOG.warn("{} failed to take over what it learned and abstains", name(), e);
            learningFailure = Optional.of("failed to take over what it learned: " + e);
        }
    }

    private static FutureTask<Optional<String>> nothingToLearn() {
        FutureTask<Optional<String>> done = new FutureTask<>(Optional::empty);
        done.run();
        return done;
    }

    /**
     * Does something else with the member, on its owner thread and never while it learns: train,
     * save, load.
     */
    public <T> T call(Callable<T> work) {
        return wait(start(work));
    }

    /** As {@link #call}, without waiting for the end; what the work throws, {@code wait} throws. */
    private <T> FutureTask<T> start(Callable<T> work) {
        FutureTask<Optional<String>> last = learning;
        FutureTask<T> task =
                new FutureTask<>(
                        () -> {
                            wait(last);
                            return work.call();
                        });
        run(task);
        return task;
    }

    /**
     * Begins to write the member's state: what it has learned of all it was handed over, and
     * whether it is failing. The caller waits for the end before anything else.
     */
    FutureTask<Void> writeState(DataOutputStream out) {
        return start(
                () -> {
                    out.writeUTF(learningFailure.orElse(""));
                    member.writeState(out);
                    out.flush();
                    return null;
                });
    }

    /**
     * Begins to put the member into a state that {@link #writeState} wrote after {@link #flush}.
     * What it was to learn since is forgotten. The caller waits for the end before anything else.
     */
    FutureTask<Void> readState(DataInputStream in) {
        pending = new ArrayList<>();
        FutureTask<Void> task =
                start(
                        () -> {
                            String failure = in.readUTF();
                            learningFailure =
                                    failure.isEmpty() ? Optional.empty() : Optional.of(failure);
                            member.readState(in);
                            return null;
                        });
        learning = nothingToLearn();
        return task;
    }

    public EnsembleMember member() {
        return member;
    }

    private void run(Runnable task) {
        owner.ifPresentOrElse(thread -> thread.execute(task), task);
    }

    private MemberOutput guardedScore(FeatureWindow window) {
        long start = System.nanoTime();
        try {
            MemberOutput output = member.score(window, scores);
            if (learningFailure.isPresent()) {
                return new Abstained(name(), learningFailure.get());
            }
            if (output instanceof Scored && !KERNELS.allFinite(scores, scores.length)) {
                return new Abstained(name(), "a score is not finite");
            }
            return output;
        } catch (RuntimeException e) {
            LOG.warn("{} failed to score and abstains", name(), e);
            return new Abstained(name(), "failed: " + e);
        } finally {
            answerNanos = System.nanoTime() - start;
        }
    }

    /** Why it failed, if it did. */
    private Optional<String> guardedLearn(List<Observation> batch) {
        try {
            member.learn(batch);
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("{} failed to learn and abstains", name(), e);
            return Optional.of("failed to learn: " + e);
        }
    }

    static <T> T wait(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Ends the member's threads after its owner has freed it. */
    @Override
    public void close() {
        call(
                () -> {
                    member.close();
                    return null;
                });
        endThreads();
    }

    /** Lets the member go, with all it was handed over learned, for others to go on with. */
    void release() {
        flush();
        call(() -> null);
        endThreads();
    }

    private void endThreads() {
        learner.ifPresent(ExecutorService::shutdown);
        owner.ifPresent(ExecutorService::shutdown);
    }
}
