package org.amalgam.evaluation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.MemberOutput;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.Session;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * The offline protocol over sessions: in each test session of two or more items, for every position
 * rank all items of the training part given the items before it. Members are used as trained; they
 * learn nothing here. Fusion weights that learn do so after each case. One thread makes all calls.
 */
public final class SessionsProtocol {

    /** Length of the lists that are shown and written. */
    public static final int LIST_LENGTH = 20;

    private static final int PROGRESS_EVERY = 64;

    private final int itemCount;
    private final int firstUser;
    private final int[] popularity;
    private final BitSet candidates = new BitSet();
    private final List<EnsembleMember> members;
    private final List<FusedRanker> fusedRankers;
    private final long seed;
    private final TopK topK = new TopK(LIST_LENGTH);

    /**
     * Prepares runs over the catalogue of the training data.
     *
     * @param data what the members were trained on; items without a step in it are no candidates
     * @param members trained members, in the order of reports
     * @param fusedRankers in the order of reports
     * @param seed of the bootstrap
     */
    public SessionsProtocol(
            TrainingSet data,
            List<EnsembleMember> members,
            List<FusedRanker> fusedRankers,
            long seed) {
        this.itemCount = data.itemCount();
        this.firstUser = 1 + data.sessions().stream().mapToInt(Session::user).max().orElse(-1);
        this.popularity = data.itemCounts();
        this.members = List.copyOf(members);
        this.fusedRankers = List.copyOf(fusedRankers);
        this.seed = seed;
        for (int item = 0; item < itemCount; item++) {
            candidates.set(item, popularity[item] > 0);
        }
    }

    /**
     * Runs over the sessions in the order given.
     *
     * @param trainSeconds how long each member's training took, by name; 0 where absent
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public Outcome run(
            List<TestSession> sessions,
            Map<String, Double> trainSeconds,
            CaseSink sink,
            TaskMonitor monitor) {
        Run run = new Run(sink);
        for (int index = 0; index < sessions.size(); index++) {
            if (index % PROGRESS_EVERY == 0) {
                monitor.checkCancelled();
                monitor.progress("evaluating sessions", index, sessions.size());
            }
            run.session(index, sessions.get(index));
        }
        monitor.progress("evaluating sessions", sessions.size(), sessions.size());
        return run.outcome(trainSeconds);
    }

    /**
     * What a run measured.
     *
     * @param cases ranked, the same for all rankers
     * @param unseenTargets cases left out as their target never occurred in training
     * @param results members first, then fused, then baselines
     * @param comparisons each fused ranker, or the first ranker when none is fused, with all others
     * @param figures all figures by ranker, then by name
     */
    public record Outcome(
            long cases,
            long unseenTargets,
            List<RankerResult> results,
            List<Comparison> comparisons,
            Map<String, Map<String, Double>> figures) {

        public Outcome {
            results = List.copyOf(results);
            comparisons = List.copyOf(comparisons);
        }
    }

    /** State of one run. */
    private final class Run {

        private final CaseSink sink;
        private final Map<String, RankerTrack> tracks = new LinkedHashMap<>();
        private final Map<String, float[]> buffers = new LinkedHashMap<>();
        private final float[] fused = new float[itemCount];
        private final IntArrayList sessionOfCase = new IntArrayList();
        private long unseenTargets;

        Run(CaseSink sink) {
            this.sink = sink;
            addTracks(RankerKind.MEMBER);
            for (FusedRanker ranker : fusedRankers) {
                track(ranker.name(), RankerKind.FUSED);
            }
            addTracks(RankerKind.BASELINE);
        }

        private void addTracks(RankerKind kind) {
            for (EnsembleMember member : members) {
                if (member.kind() == kind) {
                    track(member.name(), kind);
                    buffers.put(member.name(), new float[itemCount]);
                }
            }
        }

        private void track(String name, RankerKind kind) {
            if (tracks.put(name, new RankerTrack(name, kind, popularity)) != null) {
                throw new IllegalArgumentException("two rankers called " + name);
            }
        }

        void session(int index, TestSession session) {
            ItemSequence steps = session.steps();
            for (int given = 1; given < steps.length(); given++) {
                int target = steps.item(given);
                if (!candidates.get(target)) {
                    unseenTargets++;
                    continue;
                }
                sessionOfCase.add(index);
                FeatureWindow window = session.windowAfter(given, firstUser + index);
                rank(session.id() + ":" + given, window, target);
            }
        }

        private void rank(String caseId, FeatureWindow window, int target) {
            List<MemberOutput> outputs = new ArrayList<>(members.size());
            Map<String, Long> nanos = new LinkedHashMap<>();
            Map<String, TargetRank> ranks = new LinkedHashMap<>();
            for (EnsembleMember member : members) {
                long start = System.nanoTime();
                MemberOutput output = member.score(window, buffers.get(member.name()));
                nanos.put(member.name(), System.nanoTime() - start);
                outputs.add(output);
                Optional<float[]> scores =
                        output instanceof MemberOutput.Scored scored
                                ? Optional.of(scored.scores())
                                : Optional.empty();
                record(caseId, member.name(), target, scores, nanos.get(member.name()))
                        .ifPresent(rank -> ranks.put(member.name(), rank));
            }
            for (FusedRanker ranker : fusedRankers) {
                fuse(caseId, window, ranker, outputs, nanos, target);
                ranker.learner().learn(ranks);
            }
        }

        /** A fused list costs the time of the members in it and that of fusion itself. */
        private void fuse(
                String caseId,
                FeatureWindow window,
                FusedRanker ranker,
                List<MemberOutput> outputs,
                Map<String, Long> nanos,
                int target) {
            List<MemberOutput> own =
                    outputs.stream().filter(o -> ranker.members().contains(o.member())).toList();
            long start = System.nanoTime();
            boolean any = ranker.fuser().fuse(window, own, ranker.learner().weights(), fused);
            long spent = System.nanoTime() - start;
            for (MemberOutput output : own) {
                spent += nanos.get(output.member());
            }
            record(
                    caseId,
                    ranker.name(),
                    target,
                    any ? Optional.of(fused) : Optional.empty(),
                    spent);
        }

        private Optional<TargetRank> record(
                String caseId, String ranker, int target, Optional<float[]> scores, long nanos) {
            Optional<TargetRank> rank =
                    scores.map(all -> TargetRanks.rank(all, candidates, target));
            int[] top = scores.map(all -> topK.select(all, candidates)).orElse(new int[0]);
            tracks.get(ranker).add(rank, top, nanos);
            sink.ranked(caseId, ranker, target, rank, top);
            return rank;
        }

        Outcome outcome(Map<String, Double> trainSeconds) {
            List<RankerResult> results = new ArrayList<>();
            Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
            int candidateCount = candidates.cardinality();
            for (RankerTrack track : tracks.values()) {
                double seconds = trainSeconds.getOrDefault(track.name(), 0.0);
                results.add(
                        track.figures()
                                .result(track.name(), track.kind(), candidateCount, seconds));
                figures.put(track.name(), track.figures().figures(candidateCount));
            }
            List<Comparison> comparisons =
                    Comparisons.between(
                            List.copyOf(tracks.values()), sessionOfCase.toIntArray(), seed);
            return new Outcome(sessionOfCase.size(), unseenTargets, results, comparisons, figures);
        }
    }
}
