package org.amalgam.pipeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TargetRank;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.evaluation.CaseSink;
import org.amalgam.evaluation.RankerTrack;
import org.amalgam.evaluation.TargetRanks;
import org.amalgam.evaluation.TopK;
import org.amalgam.model.network.BatchScorer;
import org.amalgam.model.network.ItemRows;

/** Ranks the cases of the protocol {@code cold} by a recommender whose rows change in between. */
final class ColdScores {

    /** The recommender with its cold rows as training left them. */
    static final String UNTOUCHED = "untouched";

    /** Items with fewer training events are cold. */
    static final int WARM_EVENTS = 5;

    private static final int CHUNK = 4_096;
    private static final int BLOCK = 64;

    private final ColdCases cases;
    private final ItemRows rows;
    private final float[] queries;
    private final int[] moving;
    private final int[] counts;
    private final TaskMonitor monitor;
    private final BitSet candidates;
    private final TopK top = new TopK(20);
    private final TargetRanks targetRanks;
    private final float[] scores;
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    /**
     * What one method did in one repeat.
     *
     * @param all of all cases
     * @param cold of those whose target is cold
     * @param seconds its making took
     */
    record Run(RankerTrack all, RankerTrack cold, double seconds) {}

    /**
     * @param rows of the recommender, as training left them now
     */
    ColdScores(ColdCases cases, ItemRows rows, int[] counts, TaskMonitor monitor) {
        this.cases = cases;
        this.rows = rows;
        this.counts = counts;
        this.monitor = monitor;
        this.scores = new float[counts.length];
        this.candidates = new BitSet(counts.length);
        candidates.set(0, counts.length);
        this.targetRanks = new TargetRanks(candidates);
        this.queries = rows.queries(inputs(IntStream.range(0, cases.count()).toArray()));
        this.moving =
                IntStream.range(0, cases.count())
                        .filter(i -> readsCold(cases.examples().get(i).inputs()))
                        .toArray();
    }

    private List<ItemSequence> inputs(int[] which) {
        return IntStream.of(which).mapToObj(i -> cases.examples().get(i).inputs()).toList();
    }

    private boolean readsCold(ItemSequence steps) {
        for (int t = 0; t < steps.length(); t++) {
            if (counts[steps.item(t)] < WARM_EVENTS) {
                return true;
            }
        }
        return false;
    }

    /** Only queries of users who have met a cold item depend on cold items' rows. */
    private void refreshQueries() {
        float[] fresh = rows.queries(inputs(moving));
        for (int i = 0; i < moving.length; i++) {
            System.arraycopy(
                    fresh, i * rows.width(), queries, moving[i] * rows.width(), rows.width());
        }
    }

    /** Ranks every case by the rows as they are now. */
    void score(String name, RankerKind kind, int repeat, double seconds, CaseSink sink) {
        refreshQueries();
        Run run =
                new Run(
                        new RankerTrack(name, kind, counts),
                        new RankerTrack(name + "-cold", kind, counts),
                        seconds);
        try (BatchScorer scorer = new BatchScorer(rows.copy(), rows.width())) {
            float[] block = new float[BLOCK * counts.length];
            for (int from = 0; from < cases.count(); from += BLOCK) {
                if (from % CHUNK == 0) {
                    monitor.checkCancelled();
                    monitor.progress("ranking by " + name, from, cases.count());
                }
                int count = Math.min(BLOCK, cases.count() - from);
                long start = System.nanoTime();
                scorer.score(queries, from, count, block);
                long each = (System.nanoTime() - start) / count;
                for (int i = 0; i < count; i++) {
                    add(run, repeat, from + i, block, i * counts.length, each, sink);
                }
            }
        }
        runs.computeIfAbsent(name, key -> new ArrayList<>()).add(run);
    }

    /** Ranks one case by the scores that start at {@code block[at]}. */
    private void add(
            Run run, int repeat, int i, float[] block, int at, long scoring, CaseSink sink) {
        long start = System.nanoTime();
        System.arraycopy(block, at, scores, 0, scores.length);
        int[] best = top.select(scores, candidates);
        long nanos = scoring + System.nanoTime() - start;
        int item = cases.event(i).item();
        Optional<TargetRank> rank = Optional.of(targetRanks.rank(scores, item));
        run.all().add(rank, best, nanos);
        if (isCold(i)) {
            run.cold().add(rank, best, nanos);
        }
        sink.ranked(repeat + ":" + cases.event(i).number(), run.all().name(), item, rank, best);
    }

    private boolean isCold(int i) {
        return counts[cases.event(i).item()] < WARM_EVENTS;
    }

    /** Runs by method, in the order in which they were scored. */
    Map<String, List<Run>> runs() {
        return runs;
    }

    int items() {
        return counts.length;
    }

    int coldItems() {
        return (int) IntStream.of(counts).filter(count -> count < WARM_EVENTS).count();
    }

    int cases() {
        return cases.count();
    }

    /** Users of the cases, or of those alone whose target is cold. */
    int[] users(boolean coldOnly) {
        return IntStream.range(0, cases.count())
                .filter(i -> !coldOnly || isCold(i))
                .map(i -> cases.event(i).user())
                .toArray();
    }
}
