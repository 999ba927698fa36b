package org.amalgam.pipeline.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.Observation;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.kernel.FloatKernels;
import org.amalgam.pipeline.engine.ForeseenAnswers.Foreseen;
import org.amalgam.pipeline.engine.ForeseenAnswers.Lot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one member on its owner thread and keeps its failures from the others: what it throws, a
 * score that is not finite, or no answer in time becomes an abstention. Calls come from the replay
 * thread only. How it learns is said in {@link MemberLearning}.
 */
public final class MemberHost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MemberHost.class);

    private static final FloatKernels KERNELS = FloatKernels.best();

    /** Long enough never to be the reason for an answer that is missing, short of a real hang. */
    public static final Duration MORE_THAN_ENOUGH = Duration.ofMinutes(1);

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final EnsembleMember member;
    private final OwnerThread owner;
    private final MemberLearning learning;
    private final Duration patience;
    private final float[][] scores;
    private final ForeseenAnswers foreseen;

    /** The last question, which may still be worked on long after nobody waits for it. */
    private Foreseen asked;

    private boolean overdue;
    private long answerNanos;
    private volatile boolean failing;

    /**
     * Networks get a thread of their own; baselines, which take microseconds, run on the replay
     * thread.
     *
     * @param strict learn after every event, whatever batch the member likes, and before the next
     *     answer
     * @param patience how long an answer is waited for. A shorter one keeps a replay close to its
     *     clock; one that is ever run out makes the outcome depend on the time that things took
     */
    public MemberHost(EnsembleMember member, int itemCount, boolean strict, Duration patience) {
        this.member = member;
        this.patience = patience;
        this.scores = new float[1][itemCount];
        this.owner =
                member.kind() == RankerKind.MEMBER
                        ? OwnerThread.named("member-" + member.name())
                        : OwnerThread.caller();
        this.learning = new MemberLearning(member, owner, strict);
        this.foreseen = new ForeseenAnswers(this::guardedScores, owner, itemCount);
    }

    /** With more patience than any answer takes, for runs whose outcome has to be the same. */
    public MemberHost(EnsembleMember member, int itemCount, boolean strict) {
        this(member, itemCount, strict, MORE_THAN_ENOUGH);
    }

    public String name() {
        return member.name();
    }

    public RankerKind kind() {
        return member.kind();
    }

    public EnsembleMember member() {
        return member;
    }

    /** Asks the member, unless it is still busy with a question; {@link #answer} tells. */
    public void ask(FeatureWindow window) {
        // Taken in any case, so that the next ones are found.
        Optional<Foreseen> known = foreseen.to(window);
        if (!isOverdue()) {
            overdue = false;
            asked = known.orElseGet(() -> question(window));
        }
    }

    private Foreseen question(FeatureWindow window) {
        List<FeatureWindow> one = List.of(window);
        FutureTask<Lot> task = new FutureTask<>(() -> guardedScores(one, scores));
        owner.run(task);
        return new Foreseen(window, task, 0);
    }

    /** Whether it can work out answers before they are asked for. */
    boolean foresees() {
        return learning.inBatches();
    }

    /** How many events from the next one on find it as it is now. */
    int foreseeable() {
        return learning.untilHandOver();
    }

    /** Begins to work out answers to windows that will be asked about in this order. */
    void prepare(List<FeatureWindow> windows) {
        // One that hangs would have all that passed meanwhile to work out when it is back.
        if (!isOverdue()) {
            foreseen.prepare(windows);
        }
    }

    /** Other windows than those prepared will be asked about. */
    void forgetForeseen() {
        foreseen.forget();
    }

    /**
     * Waits for the answer to the last question, as long as patience goes, and not at all for one
     * that has been waited for. Its scores are valid until the next question.
     */
    public MemberOutput answer() {
        if (!overdue) {
            Optional<Lot> lot = OwnerThread.wait(asked.lot(), patience.toNanos());
            if (lot.isPresent()) {
                answerNanos = lot.get().nanosEach();
                return lot.get().answers().get(asked.index());
            }
            overdue = true;
            answerNanos = patience.toNanos();
            LOG.warn("{} did not answer within {} and abstains until it does", name(), patience);
        }
        return new Abstained(name(), "no answer within " + patience.toMillis() + " ms");
    }

    /** Whether it is still busy with a question that nobody waits for any more. */
    boolean isOverdue() {
        return overdue && !asked.lot().isDone();
    }

    /** Time the member itself took for its last answer. */
    public long answerNanos() {
        return answerNanos;
    }

    /**
     * Hands an observation over to learn from, in batches of the member's liking. Waits for a
     * member that is behind with learning, as long as patience goes, unless it is known to hang.
     */
    public void learn(Observation observation) {
        learn(observation, 1);
    }

    /**
     * Likewise.
     *
     * @param haste how many times the member's rate; that of the last observation of a batch counts
     */
    void learn(Observation observation, double haste) {
        learning.add(observation, haste, patienceLeft());
    }

    /** Lets the member learn from what has been handed over so far, and answer with it. */
    public void flush() {
        learning.flush(patienceLeft());
    }

    private long patienceLeft() {
        return isOverdue() ? 0 : patience.toNanos();
    }

    /** Batches it will never learn from, for it hung while too many of them came. */
    long batchesDropped() {
        return learning.dropped();
    }

    /**
     * Does something else with the member, on its owner thread and never while it learns: train,
     * save, load.
     */
    public <T> T call(Callable<T> work) {
        return OwnerThread.wait(learning.after(work));
    }

    /** Done when the member has learned from what it was handed over so far. */
    FutureTask<Void> learned() {
        return learning.after(() -> null);
    }

    /**
     * Begins to write the member's state: what it has learned of all it was handed over, and
     * whether it is failing. The caller waits for the end before anything else.
     */
    FutureTask<Void> writeState(DataOutputStream out) {
        return learning.after(
                () -> {
                    out.writeUTF(learning.failure().orElse(""));
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
        FutureTask<Void> task =
                learning.after(
                        () -> {
                            String failure = in.readUTF();
                            learning.failedBefore(
                                    failure.isEmpty() ? Optional.empty() : Optional.of(failure));
                            member.readState(in);
                            return null;
                        });
        learning.forget();
        foreseen.forget();
        return task;
    }

    private Lot guardedScores(List<FeatureWindow> windows, float[][] rooms) {
        long start = System.nanoTime();
        List<MemberOutput> answers = new ArrayList<>(windows.size());
        if (windows.size() > 1) {
            try {
                answers.addAll(member.scoreAll(windows, rooms));
            } catch (RuntimeException e) {
                LOG.debug("{} is asked one by one, for together it fails", name(), e);
                answers.clear();
            }
        }
        for (int i = 0; i < windows.size(); i++) {
            if (answers.size() == i) {
                answers.add(guardedScore(windows.get(i), rooms[i]));
            }
            answers.set(i, checked(answers.get(i), rooms[i]));
        }
        return new Lot(answers, (System.nanoTime() - start) / windows.size());
    }

    private MemberOutput guardedScore(FeatureWindow window, float[] room) {
        try {
            MemberOutput output = member.score(window, room);
            failing = false;
            return output;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("{} failed to score and abstains as long as it does", name(), e);
            }
            failing = true;
            return new Abstained(name(), "failed: " + e);
        }
    }

    private MemberOutput checked(MemberOutput output, float[] room) {
        if (learning.failure().isPresent()) {
            return new Abstained(name(), learning.failure().get());
        }
        if (output instanceof Scored && !KERNELS.allFinite(room, room.length)) {
            return new Abstained(name(), "a score is not finite");
        }
        return output;
    }

    /** Ends the member's threads after its owner has freed it; one that hangs is left behind. */
    @Override
    public void close() {
        FutureTask<Boolean> freed =
                learning.after(
                        () -> {
                            member.close();
                            return true;
                        });
        if (OwnerThread.wait(freed, FAREWELL.toNanos()).isEmpty()) {
            LOG.warn("{} still hangs at the end and is left behind", name());
        }
        endThreads();
    }

    /** Lets the member go, with all it was handed over learned, for others to go on with. */
    void release() {
        flush();
        OwnerThread.wait(learned());
        endThreads();
    }

    private void endThreads() {
        learning.end();
        owner.end();
    }
}
