package org.amalgam.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a screen may see of a running replay. Immutable; newer ones replace older ones unseen.
 *
 * @param step events replayed so far
 * @param total events the replay will have replayed at its end
 * @param recorded events that can be gone back or on to without replaying them anew
 * @param virtualTime the virtual clock, in event time
 * @param speed event time per real time; {@link Double#POSITIVE_INFINITY} for as fast as possible
 * @param lag how far the replay is behind its clock; zero at maximal speed
 * @param load what the replay takes of the machine, and what waits for it
 * @param latency by stage name, in flow order; with {@link #LAG} and {@link #RESPONSE} where the
 *     replay keeps to a clock
 * @param quality one entry a ranker, members first, then fused, then baselines
 * @param shopper the user of the latest scored step
 * @param feed latest events, newest first
 * @param adjustments latest changes of quality and what was adjusted for them, newest first
 */
public record LiveSnapshot(
        long step,
        long total,
        long recorded,
        Instant virtualTime,
        State state,
        double speed,
        Duration lag,
        double eventsPerSecond,
        Load load,
        FusionWeights weights,
        Map<String, Latency> latency,
        List<Quality> quality,
        Optional<Shopper> shopper,
        List<FeedEntry> feed,
        List<Adjustment> adjustments) {

    /** Stage name of everything done for one event, learning included. */
    public static final String WHOLE_EVENT = "event";

    /** Stage name of the wait from when an event was due until work on it began. */
    public static final String LAG = "lag";

    /** Stage name of {@link #LAG} and {@link #WHOLE_EVENT} together: what a shopper waits for. */
    public static final String RESPONSE = "response";

    /** The fused ranker that is shown: the first of its kind. */
    public Optional<String> shownRanker() {
        return quality.stream()
                .filter(one -> one.kind() == RankerKind.FUSED)
                .map(Quality::ranker)
                .findFirst();
    }

    /** Where the replay stands. */
    public enum State {
        READY,
        RUNNING,
        PAUSED,
        FINISHED,
        FAILED
    }

    public LiveSnapshot {
        latency = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(latency));
        quality = List.copyOf(quality);
        feed = List.copyOf(feed);
        adjustments = List.copyOf(adjustments);
    }

    /**
     * What the replay takes of the machine, and what waits.
     *
     * @param backlog events that are due and not yet replayed; 0 at maximal speed. Counted up to a
     *     limit of some thousands
     * @param batchesDropped batches of events that members will never learn from, because they hung
     *     while thousands of them came
     */
    public record Load(ResourceUse use, long backlog, long batchesDropped) {}

    /** Percentiles and maximum of one stage's time over the latest steps, in milliseconds. */
    public record Latency(double p50Millis, double p95Millis, double p99Millis, double maxMillis) {}

    /**
     * One ranker's quality. The sliding figures are over the latest cases (at most the window's
     * length), with the ends of a 95 % interval; {@code cases} counts all so far.
     */
    public record Quality(
            String ranker,
            RankerKind kind,
            long cases,
            double hr20,
            double mrr20,
            double slidingHr20,
            double slidingHr20Low,
            double slidingHr20High,
            double slidingMrr20,
            double slidingMrr20Low,
            double slidingMrr20High,
            Optional<String> abstaining) {}

    /**
     * The user of the latest scored step.
     *
     * @param user the log's own user id
     * @param history the running session, newest first
     * @param top what was shown, best first, before the next step was known
     * @param next what the user did
     */
    public record Shopper(String user, List<Seen> history, List<RankedItem> top, Seen next) {}

    /** A step of a user. */
    public record Seen(int item, Action action, Instant time) {}

    /**
     * One replayed event.
     *
     * @param user the log's own user id
     * @param fusedRank where the fused ranker had put it; absent when it was not a scored case
     * @param ranks where each ranker had put it, by name; one that abstained is absent
     */
    public record FeedEntry(
            long number,
            String user,
            Seen what,
            Optional<Double> fusedRank,
            Map<String, TargetRank> ranks) {

        public FeedEntry {
            ranks = Map.copyOf(ranks);
        }
    }
}
