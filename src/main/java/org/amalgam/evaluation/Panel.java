package org.amalgam.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.MemberOutput.Abstained;
import org.amalgam.domain.MemberOutput.Scored;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.kernel.FloatKernels;

/**
 * Members and fused rankers that answer the same cases, as many at a time as there are cores: first
 * all members, then all that fuse them. Every ranker still gets one call at a time and sees the
 * cases in order, so answers do not depend on timing. One thread makes all calls.
 */
public final class Panel implements AutoCloseable {

    private static final FloatKernels KERNELS = FloatKernels.best();

    private final List<EnsembleMember> members;
    private final List<FusedRanker> fusedRankers;
    private final BitSet candidates;
    private final Map<String, Ranker> rankers = new LinkedHashMap<>();
    private final ExecutorService workers;

    /**
     * @param candidates items that may be ranked
     * @throws IllegalArgumentException if two rankers have one name
     */
    public Panel(
            List<EnsembleMember> members,
            List<FusedRanker> fusedRankers,
            BitSet candidates,
            int itemCount) {
        this.members = List.copyOf(members);
        this.fusedRankers = List.copyOf(fusedRankers);
        this.candidates = (BitSet) candidates.clone();
        this.members.forEach(member -> add(member.name(), itemCount));
        this.fusedRankers.forEach(ranker -> add(ranker.name(), itemCount));
        this.workers =
                Executors.newFixedThreadPool(
                        Math.max(1, Runtime.getRuntime().availableProcessors()), Panel::worker);
    }

    private void add(String name, int itemCount) {
        if (rankers.put(name, new Ranker(itemCount, candidates)) != null) {
            throw new IllegalArgumentException("two rankers called " + name);
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "evaluation");
        thread.setDaemon(true);
        return thread;
    }

    /** What one ranker needs for itself. */
    private static final class Ranker {

        private final float[] scores;
        private final TopK topK = new TopK(OfflineProtocol.LIST_LENGTH);
        private final TargetRanks targetRanks;

        Ranker(int itemCount, BitSet candidates) {
            this.scores = new float[itemCount];
            this.targetRanks = new TargetRanks(candidates);
        }
    }

    /** The members' outputs alone, of which nothing is ranked; valid until the next call. */
    public List<MemberOutput> outputs(TestCase asked) {
        List<Callable<MemberOutput>> tasks = new ArrayList<>();
        for (EnsembleMember member : members) {
            tasks.add(() -> withoutExcluded(guarded(member, asked), asked));
        }
        return sideBySide(asked, tasks);
    }

    /** Everybody's answer, members first; outputs are valid until the next call. */
    List<Answer> answers(TestCase asked) {
        List<Answer> answers = new ArrayList<>(memberAnswers(asked));
        List<Answer> given = List.copyOf(answers);
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (FusedRanker ranker : fusedRankers) {
            tasks.add(() -> fuse(ranker, given, asked));
        }
        answers.addAll(masked(asked, tasks));
        return answers;
    }

    private List<Answer> memberAnswers(TestCase asked) {
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (EnsembleMember member : members) {
            tasks.add(() -> score(member, asked));
        }
        return masked(asked, tasks);
    }

    /** Runs the tasks while the case's excluded items are no candidates. */
    private List<Answer> masked(TestCase asked, List<Callable<Answer>> tasks) {
        List<Integer> removed = new ArrayList<>();
        for (int item : asked.excluded()) {
            if (candidates.get(item)) {
                candidates.clear(item);
                removed.add(item);
            }
        }
        try {
            return sideBySide(asked, tasks);
        } finally {
            removed.forEach(candidates::set);
        }
    }

    private <T> List<T> sideBySide(TestCase asked, List<Callable<T>> tasks) {
        try {
            List<T> results = new ArrayList<>(tasks.size());
            for (Future<T> result : workers.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while members were answering", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("case " + asked.id(), e.getCause());
        }
    }

    private Answer score(EnsembleMember member, TestCase asked) {
        long start = System.nanoTime();
        MemberOutput output = guarded(member, asked);
        long nanos = System.nanoTime() - start;
        return ranked(rankers.get(member.name()), withoutExcluded(output, asked), nanos, asked);
    }

    /** A member that fails, or finds no number, abstains; the others go on. */
    private MemberOutput guarded(EnsembleMember member, TestCase asked) {
        try {
            float[] room = rankers.get(member.name()).scores;
            MemberOutput output = member.score(asked.window(), room);
            return output instanceof Scored && !KERNELS.allFinite(room, room.length)
                    ? new Abstained(member.name(), "a score is not finite")
                    : output;
        } catch (RuntimeException e) {
            return new Abstained(member.name(), e.toString());
        }
    }

    /** Excluded items get the lowest score there is, so that they shape no normalisation. */
    private static MemberOutput withoutExcluded(MemberOutput output, TestCase asked) {
        if (asked.excluded().length > 0 && output instanceof Scored scored) {
            float lowest = Float.POSITIVE_INFINITY;
            for (float score : scored.scores()) {
                lowest = Math.min(lowest, score);
            }
            for (int item : asked.excluded()) {
                scored.scores()[item] = lowest;
            }
        }
        return output;
    }

    /** A fused list costs the time of the members in it and that of fusion itself. */
    private Answer fuse(FusedRanker ranker, List<Answer> given, TestCase asked) {
        List<Answer> own =
                given.stream().filter(a -> ranker.members().contains(a.output().member())).toList();
        List<MemberOutput> outputs = own.stream().map(Answer::output).toList();
        FusionWeights weights = ranker.learner().weights();
        Ranker room = rankers.get(ranker.name());
        long start = System.nanoTime();
        boolean any = ranker.fuser().fuse(asked.window(), outputs, weights, room.scores);
        long nanos = System.nanoTime() - start + own.stream().mapToLong(Answer::nanos).sum();
        MemberOutput output =
                any
                        ? new Scored(ranker.name(), room.scores)
                        : new Abstained(ranker.name(), "no member had an answer");
        return ranked(room, output, nanos, asked);
    }

    private Answer ranked(Ranker ranker, MemberOutput output, long nanos, TestCase asked) {
        if (!(output instanceof Scored scored)) {
            return new Answer(output, nanos, Optional.empty(), TestCase.NOTHING);
        }
        Optional<TargetRank> rank =
                asked.targetKnown()
                        ? Optional.of(ranker.targetRanks.rank(scored.scores(), asked.target()))
                        : Optional.empty();
        int[] top = ranker.topK.select(scored.scores(), candidates);
        return new Answer(output, nanos, rank, top);
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
