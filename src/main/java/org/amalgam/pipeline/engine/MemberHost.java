package org.amalgam.pipeline.engine;

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
 * score that is not finite, becomes an abstention. Calls come from the replay thread only; because
 * the owner works them off in order, an answer always knows everything handed over before it was
 * asked, so results do not depend on the timing of threads.
 */
public final class MemberHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MemberHost.class);

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final EnsembleMember member;
    private final int learningBatch;
    private final Optional<ExecutorService> owner;
    private final float[] scores;
    private List<Observation> pending = new ArrayList<>();
    private FutureTask<MemberOutput> asked;
    private volatile long answerNanos;
    private volatile String learningFailure;

    /**
     * Networks get a thread of their own; baselines, which take microseconds, run on the replay
     * thread.
     *
     * @param strict learn after every event, whatever batch the member likes
     */
    public MemberHost(EnsembleMember member, int itemCount, boolean strict) {
        this.member = member;
        this.learningBatch = strict ? 1 : member.learningBatch();
        this.scores = new float[itemCount];
        this.owner =
                member.kind() == RankerKind.MEMBER
                        ? Optional.of(Executors.newSingleThreadExecutor(this::ownerThread))
                        : Optional.empty();
    }

    private Thread ownerThread(Runnable work) {
        Thread thread = new Thread(work, "member-" + member.name());
        thread.setDaemon(true);
        return thread;
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
            flush();
        }
    }

    /** Lets the member learn from what has been handed over so far. */
    public void flush() {
        if (pending.isEmpty()) {
            return;
        }
        List<Observation> batch = pending;
        pending = new ArrayList<>();
        run(new FutureTask<>(() -> guardedLearn(batch), null));
    }

    /** Does something else with the member, on its owner thread: train, save, load. */
    public <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        run(task);
        return wait(task);
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
            if (learningFailure != null) {
                return new Abstained(name(), learningFailure);
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

    private void guardedLearn(List<Observation> batch) {
        try {
            member.learn(batch);
            learningFailure = null;
        } catch (RuntimeException e) {
            LOG.warn("{} failed to learn and abstains", name(), e);
            learningFailure = "failed to learn: " + e;
        }
    }

    private static <T> T wait(FutureTask<T> task) {
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

    /** Ends the owner thread after it has freed the member. */
    @Override
    public void close() {
        call(
                () -> {
                    member.close();
                    return null;
                });
        owner.ifPresent(ExecutorService::shutdown);
    }
}
