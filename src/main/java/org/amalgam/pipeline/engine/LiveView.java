package org.amalgam.pipeline.engine;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Event;
import org.amalgam.domain.FusedRanking;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.FeedEntry;
import org.amalgam.domain.LiveSnapshot.Quality;
import org.amalgam.domain.LiveSnapshot.Seen;
import org.amalgam.domain.LiveSnapshot.Shopper;
import org.amalgam.domain.RankedItem;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.TargetRank;
import org.amalgam.evaluation.SlidingQuality;
import org.amalgam.telemetry.LatencyRecorder;

/**
 * Keeps what the live screens show and makes immutable snapshots of it. Belongs to the replay
 * thread.
 */
public final class LiveView implements StepListener {

    /** Cases the sliding figures cover. */
    public static final int WINDOW = 1_000;

    private static final int FEED = 30;
    private static final int ADJUSTMENTS = 50;
    private static final int SHOWN = 10;

    private final Map<String, RankerKind> rankers = new LinkedHashMap<>();
    private final it.unimi.dsi.fastutil.ints.Int2ObjectFunction<String> userId;
    private final LatencyRecorder latency;
    private final Map<String, SlidingQuality> sliding = new LinkedHashMap<>();
    private final Map<String, Sums> sums = new LinkedHashMap<>();
    private final Map<String, String> abstaining = new LinkedHashMap<>();
    private final Deque<StepOutcome> feed = new ArrayDeque<>();
    private final Int2ObjectOpenHashMap<String> userIds = new Int2ObjectOpenHashMap<>();
    private StepOutcome last;

    /**
     * @param rankers kind by name, in the order shown
     * @param userId the log's own id of a user
     */
    public LiveView(
            Map<String, RankerKind> rankers, IntFunction<String> userId, LatencyRecorder latency) {
        this.userId = userId::apply;
        this.latency = latency;
        rankers.forEach(this::follow);
    }

    /** Shows one more ranker from now on, or one anew. */
    void follow(String ranker, RankerKind kind) {
        rankers.put(ranker, kind);
        sliding.put(ranker, new SlidingQuality(WINDOW));
        sums.put(ranker, new Sums());
    }

    @Override
    public void scored(ScoredStep step) {
        StepOutcome outcome = step.outcome();
        last = outcome;
        for (String ranker : rankers.keySet()) {
            String reason = outcome.abstentions().get(ranker);
            if (reason == null) {
                abstaining.remove(ranker);
            } else {
                abstaining.put(ranker, reason);
            }
            if (!outcome.opensSession()) {
                double rank = meanRank(outcome, ranker);
                sliding.get(ranker).add(rank);
                sums.get(ranker).add(rank);
            }
        }
        feed.addFirst(outcome);
        if (feed.size() > FEED) {
            feed.removeLast();
        }
    }

    private static double meanRank(StepOutcome outcome, String ranker) {
        TargetRank rank = outcome.ranks().get(ranker);
        return rank == null ? Double.POSITIVE_INFINITY : rank.meanRank();
    }

    private FeedEntry entry(StepOutcome outcome) {
        Optional<Double> rank =
                outcome.fused()
                        .map(fused -> outcome.ranks().get(fused.ranker()))
                        .map(TargetRank::meanRank);
        Event event = outcome.event();
        return new FeedEntry(
                event.number(),
                userIds.computeIfAbsent(event.user(), userId),
                seen(event),
                rank,
                outcome.ranks());
    }

    private static Seen seen(Event event) {
        return new Seen(event.item(), event.action(), event.time());
    }

    /** Sliding and cumulative figures of every ranker. */
    public List<Quality> quality() {
        List<Quality> result = new ArrayList<>();
        rankers.forEach(
                (ranker, kind) -> {
                    SlidingQuality.Reading window = sliding.get(ranker).read();
                    Sums all = sums.get(ranker);
                    result.add(
                            new Quality(
                                    ranker,
                                    kind,
                                    all.cases,
                                    all.mean(all.hits),
                                    all.mean(all.reciprocal),
                                    window.hr20(),
                                    window.hr20Band().low(),
                                    window.hr20Band().high(),
                                    window.mrr20(),
                                    window.mrr20Band().low(),
                                    window.mrr20Band().high(),
                                    Optional.ofNullable(abstaining.get(ranker))));
                });
        return result;
    }

    /** Lets the sliding figures cover the latest cases only, at most so many, until more come. */
    void keepLatest(long cases) {
        sliding.values().forEach(window -> window.keepLatest(cases));
    }

    /**
     * Everything as of now.
     *
     * @param adjustments all so far, oldest first
     */
    public LiveSnapshot snapshot(
            Progress progress, FusionWeights weights, List<Adjustment> adjustments) {
        return new LiveSnapshot(
                progress.step(),
                progress.total(),
                progress.recorded(),
                progress.virtualTime(),
                progress.state(),
                progress.speed(),
                progress.lag(),
                progress.eventsPerSecond(),
                progress.load(),
                weights,
                latencyAt(progress.speed()),
                quality(),
                Optional.ofNullable(last).map(this::shopper),
                feed.stream().map(this::entry).toList(),
                latest(adjustments));
    }

    private static List<Adjustment> latest(List<Adjustment> adjustments) {
        List<Adjustment> latest =
                new ArrayList<>(
                        adjustments.subList(
                                Math.max(0, adjustments.size() - ADJUSTMENTS), adjustments.size()));
        Collections.reverse(latest);
        return latest;
    }

    /** At full speed there is no clock to be late by, whatever was recorded before. */
    private Map<String, LiveSnapshot.Latency> latencyAt(double speed) {
        Map<String, LiveSnapshot.Latency> latest = latency.latest();
        if (Double.isInfinite(speed)) {
            latest.remove(LiveSnapshot.LAG);
            latest.remove(LiveSnapshot.RESPONSE);
        }
        return latest;
    }

    private Shopper shopper(StepOutcome outcome) {
        ItemSequence steps = outcome.window().context();
        List<Seen> history = new ArrayList<>();
        Instant time = outcome.event().time();
        for (int i = steps.length() - 1; i >= 0 && history.size() < SHOWN; i--) {
            // Going backwards, each gap leads from one step to the one before it.
            time = i == steps.length() - 1 ? lastStepTime(outcome) : earlier(time, steps, i + 1);
            history.add(new Seen(steps.item(i), steps.action(i), time));
        }
        List<RankedItem> top = outcome.fused().map(FusedRanking::top).orElse(List.of());
        return new Shopper(
                userIds.computeIfAbsent(outcome.event().user(), userId),
                history,
                top.subList(0, Math.min(SHOWN, top.size())),
                seen(outcome.event()));
    }

    private static Instant lastStepTime(StepOutcome outcome) {
        return outcome.window().lastStepAt().orElse(outcome.event().time());
    }

    private static Instant earlier(Instant time, ItemSequence steps, int later) {
        float gap = steps.gapSeconds(later);
        return gap < 0 ? time : time.minusMillis((long) (gap * 1000.0));
    }

    /** Where a replay stands. */
    public record Progress(
            long step,
            long total,
            long recorded,
            Instant virtualTime,
            LiveSnapshot.State state,
            double speed,
            Duration lag,
            double eventsPerSecond,
            LiveSnapshot.Load load) {}

    /** Cumulative figures. */
    private static final class Sums {
        private long cases;
        private double hits;
        private double reciprocal;

        void add(double rank) {
            cases++;
            if (rank <= StepScorer.K) {
                hits++;
                reciprocal += 1 / rank;
            }
        }

        double mean(double sum) {
            return cases == 0 ? 0 : sum / cases;
        }
    }
}
