package org.amalgam.evaluation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.Session;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EnsembleMember;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Ranks all items of the training part in every case. Members are used as trained; they learn
 * nothing here. Fusion weights that learn do so after each case. One thread makes all calls.
 */
public final class OfflineProtocol {

    /** Length of the lists that are shown and written. */
    public static final int LIST_LENGTH = 20;

    private static final int PROGRESS_EVERY = 64;

    private final List<Session> sessions;
    private final int itemCount;
    private final int[] popularity;
    private final Slices slices;
    private final BitSet candidates;
    private final List<EnsembleMember> members;
    private final List<FusedRanker> fusedRankers;
    private final long seed;

    /**
     * Prepares runs over the catalogue of the training data.
     *
     * @param data what the members were trained on; items without a step in it are no candidates
     * @param members trained members, in the order of reports
     * @param fusedRankers in the order of reports
     * @param seed of the bootstrap
     */
    public OfflineProtocol(
            TrainingSet data,
            List<EnsembleMember> members,
            List<FusedRanker> fusedRankers,
            long seed) {
        this.sessions = data.sessions();
        this.itemCount = data.itemCount();
        this.popularity = data.itemCounts();
        this.slices = new Slices(popularity);
        this.members = List.copyOf(members);
        this.fusedRankers = List.copyOf(fusedRankers);
        this.seed = seed;
        this.candidates = candidates(data);
    }

    /** The items that occur in this training data: those that may be ranked. */
    public static BitSet candidates(TrainingSet data) {
        int[] popularity = data.itemCounts();
        BitSet candidates = new BitSet(popularity.length);
        for (int item = 0; item < popularity.length; item++) {
            candidates.set(item, popularity[item] > 0);
        }
        return candidates;
    }

    /**
     * Runs over the cases in the order given.
     *
     * @param trainSeconds how long each member's training took, by name; 0 where absent
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public Outcome run(
            TestCases asked, Map<String, Double> trainSeconds, CaseSink sink, TaskMonitor monitor) {
        Run run = new Run(sink);
        try (Panel panel = new Panel(members, fusedRankers, candidates, itemCount)) {
            List<TestCase> cases = asked.cases();
            for (int index = 0; index < cases.size(); index++) {
                if (index % PROGRESS_EVERY == 0) {
                    monitor.checkCancelled();
                    monitor.progress("evaluating", index, cases.size());
                }
                run.add(cases.get(index), panel.answers(cases.get(index)));
            }
            monitor.progress("evaluating", cases.size(), cases.size());
        }
        return run.outcome(trainSeconds, asked);
    }

    /**
     * What a run measured.
     *
     * @param cases ranked, the same for all rankers
     * @param unseenTargets cases left out as their target never occurred in training
     * @param misses cases whose target never occurred in training: a miss for every ranker
     * @param results members first, then fused, then baselines
     * @param comparisons each fused ranker, or the first ranker when none is fused, with all others
     * @param figures all figures by ranker, then by name
     * @param slices quality by part of the cases
     */
    public record Outcome(
            long cases,
            long unseenTargets,
            long misses,
            List<RankerResult> results,
            List<Comparison> comparisons,
            Map<String, Map<String, Double>> figures,
            SlicedQuality slices) {

        public Outcome {
            results = List.copyOf(results);
            comparisons = List.copyOf(comparisons);
        }
    }

    /** State of one run. */
    private final class Run {

        private final CaseSink sink;
        private final Map<String, RankerTrack> tracks = new LinkedHashMap<>();
        private final IntArrayList groups = new IntArrayList();
        private final SlicedQuality sliced = new SlicedQuality();

        Run(CaseSink sink) {
            this.sink = sink;
            addTracks(RankerKind.MEMBER);
            fusedRankers.forEach(ranker -> track(ranker.name(), RankerKind.FUSED));
            addTracks(RankerKind.BASELINE);
        }

        private void addTracks(RankerKind kind) {
            members.stream()
                    .filter(member -> member.kind() == kind)
                    .forEach(member -> track(member.name(), kind));
        }

        private void track(String name, RankerKind kind) {
            tracks.put(name, new RankerTrack(name, kind, popularity));
        }

        void add(TestCase asked, List<Answer> answers) {
            groups.add(asked.group());
            sink.answered(
                    asked, answers.stream().limit(members.size()).map(Answer::output).toList());
            List<String> names = slices.of(slicesOf(asked));
            Map<String, TargetRank> ranks = new LinkedHashMap<>();
            for (Answer answer : answers) {
                String ranker = answer.output().member();
                Optional<TargetRank> rank = answer.rank();
                tracks.get(ranker).add(rank, answer.top(), answer.nanos());
                sink.ranked(asked.id(), ranker, asked.target(), rank, answer.top());
                double meanRank = rank.map(TargetRank::meanRank).orElse(Double.POSITIVE_INFINITY);
                sliced.add(names, ranker, meanRank);
                rank.ifPresent(found -> ranks.put(ranker, found));
            }
            // As in the stream: what nobody could know teaches the weights nothing.
            if (asked.targetKnown()) {
                fusedRankers.forEach(ranker -> ranker.learner().learn(ranks));
            }
        }

        /** Neither protocol's files say what was done, or what a user did in earlier sessions. */
        private Slices.Asked slicesOf(TestCase asked) {
            return new Slices.Asked(
                    asked.window(),
                    asked.target(),
                    asked.targetKnown(),
                    popularity[asked.target()],
                    Optional.empty(),
                    false);
        }

        Outcome outcome(Map<String, Double> trainSeconds, TestCases asked) {
            List<RankerResult> results = new ArrayList<>();
            Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
            int candidateCount = candidates.cardinality();
            IntraListSimilarity similarity = new IntraListSimilarity(sessions, itemCount);
            for (RankerTrack track : tracks.values()) {
                double seconds = trainSeconds.getOrDefault(track.name(), 0.0);
                results.add(
                        track.figures()
                                .result(track.name(), track.kind(), candidateCount, seconds));
                figures.put(track.name(), track.figures().figures(candidateCount, similarity));
            }
            List<Comparison> comparisons =
                    Comparisons.between(List.copyOf(tracks.values()), groups.toIntArray(), seed);
            return new Outcome(
                    groups.size(),
                    asked.unseenTargets(),
                    asked.misses(),
                    results,
                    comparisons,
                    figures,
                    sliced);
        }
    }
}
