package org.amalgam.pipeline.engine;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.TargetRank;
import org.amalgam.evaluation.Comparisons;
import org.amalgam.evaluation.Metric;
import org.amalgam.evaluation.MetricAccumulator;
import org.amalgam.evaluation.RankerTrack;

/**
 * Quality of every ranker over the main cases (events with an earlier one in their session), over
 * slices of them, and over the events that open a session, apart.
 */
public final class QualityRecorder implements StepListener {

    private static final int[] NOTHING_SHOWN = new int[0];
    private static final Metric HR_20 = new Metric(Metric.Kind.HR, 20);
    private static final Metric MRR_20 = new Metric(Metric.Kind.MRR, 20);

    /** Slices by name; a step may be in several. */
    private static final Map<String, Predicate<StepOutcome>> SLICES = slices();

    private final Map<String, RankerTrack> main = new LinkedHashMap<>();
    private final Map<String, Map<String, MetricAccumulator>> sliced = new LinkedHashMap<>();
    private final IntArrayList users = new IntArrayList();

    /**
     * @param rankers kind by name, in the order of reports
     * @param popularity how often each item occurred in training
     */
    public QualityRecorder(Map<String, RankerKind> rankers, int[] popularity) {
        rankers.forEach((name, kind) -> main.put(name, new RankerTrack(name, kind, popularity)));
        for (String slice : SLICES.keySet()) {
            Map<String, MetricAccumulator> byRanker = new LinkedHashMap<>();
            rankers.keySet().forEach(name -> byRanker.put(name, new MetricAccumulator(popularity)));
            sliced.put(slice, byRanker);
        }
    }

    private static Map<String, Predicate<StepOutcome>> slices() {
        Map<String, Predicate<StepOutcome>> slices = new LinkedHashMap<>();
        slices.put("another item than the last", s -> !s.opensSession() && !s.repeatsLastItem());
        slices.put("the last item again", s -> !s.opensSession() && s.repeatsLastItem());
        slices.put("opens a session", StepOutcome::opensSession);
        slices.put("item never seen before", s -> !s.opensSession() && !s.targetKnown());
        return slices;
    }

    @Override
    public void scored(ScoredStep step) {
        StepOutcome outcome = step.outcome();
        for (RankerTrack track : main.values()) {
            Optional<TargetRank> rank = Optional.ofNullable(outcome.ranks().get(track.name()));
            int[] top = step.tops().getOrDefault(track.name(), NOTHING_SHOWN);
            if (!outcome.opensSession()) {
                track.add(rank, top, outcome.stageNanos().getOrDefault(stage(track), 0L));
            }
            SLICES.forEach(
                    (slice, holds) -> {
                        if (holds.test(outcome)) {
                            sliced.get(slice).get(track.name()).add(rank, top);
                        }
                    });
        }
        if (!outcome.opensSession()) {
            users.add(outcome.event().user());
        }
    }

    /** A fused list costs the time of its members, which answer side by side, and of fusion. */
    private static String stage(RankerTrack track) {
        return track.kind() == RankerKind.FUSED ? StepScorer.FUSED_STAGE : track.name();
    }

    public long cases() {
        return users.size();
    }

    /**
     * The figures over the main cases.
     *
     * @param candidates items that could have been shown
     * @param trainSeconds by ranker; 0 for those absent
     */
    public List<RankerResult> results(int candidates, Map<String, Double> trainSeconds) {
        return main.values().stream()
                .map(
                        track ->
                                track.figures()
                                        .result(
                                                track.name(),
                                                track.kind(),
                                                candidates,
                                                trainSeconds.getOrDefault(track.name(), 0.0)))
                .toList();
    }

    /** HR@20 and MRR@20 by slice and ranker, over {@code cases} steps. */
    public Map<String, Map<String, SliceQuality>> slicesByRanker() {
        Map<String, Map<String, SliceQuality>> result = new LinkedHashMap<>();
        sliced.forEach(
                (slice, byRanker) -> {
                    Map<String, SliceQuality> qualities = new LinkedHashMap<>();
                    byRanker.forEach(
                            (ranker, sums) ->
                                    qualities.put(
                                            ranker,
                                            new SliceQuality(
                                                    sums.cases(),
                                                    sums.mean(HR_20),
                                                    sums.mean(MRR_20))));
                    result.put(slice, qualities);
                });
        return result;
    }

    /** Each fused ranker against every other ranker, resampling users. */
    public List<Comparison> comparisons(long seed) {
        return Comparisons.between(List.copyOf(main.values()), users.toIntArray(), seed);
    }

    /** Quality over one slice. */
    public record SliceQuality(long cases, double hr20, double mrr20) {}
}
