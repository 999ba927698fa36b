package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.amalgam.config.SessionSettings;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.evaluation.IntraListSimilarity;
import org.amalgam.feature.WindowTracker;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.telemetry.LatencyRecorder;

/**
 * A replay made ready: trained members, fused rankers, what is known before the first event, and
 * the records to be kept. Belongs to the thread that replays.
 */
public final class ReplaySetup implements AutoCloseable {

    private static final int LATENCY_WINDOW = 1_000;

    private final EventSource source;
    private final Span span;
    private final ReplayRequest request;
    private final Ensemble ensemble;
    private final List<FusionGroup> groups;
    private final Map<String, Double> trainSeconds;
    private final long total;
    private final BitSet seenItems = new BitSet();
    private final WindowTracker tracker;
    private final StepScorer scorer;
    private final LatencyRecorder latency = new LatencyRecorder(LATENCY_WINDOW);
    private final LiveView view;
    private final QualityRecorder quality;
    private final SeriesRecorder series;
    private final ListStability stability;
    private final SessionSettings sessions;
    private final ReplayLoop loop;
    private final Optional<Oracle> oracle;
    private LongConsumer progress = step -> {};

    /**
     * Which events are replayed.
     *
     * @param trainedUntil members know everything before it
     * @param from first event time replayed, not before {@code trainedUntil}
     */
    public record Span(Instant trainedUntil, Instant from, Instant until) {
        public Span {
            if (from.isBefore(trainedUntil)) {
                throw new IllegalArgumentException(
                        "replay from " + from + " with members trained until " + trainedUntil);
            }
        }
    }

    /**
     * @param trainSeconds by member, for the report
     * @param listeners hear of every scored step besides the records kept here
     * @param oracle the best possible ranker of a simulated shop, reported beside the others; empty
     *     for a log whose truth is not known
     */
    public ReplaySetup(
            EventSource source,
            Span span,
            ReplayRequest request,
            SessionSettings sessions,
            Ensemble ensemble,
            List<FusionGroup> groups,
            Map<String, Double> trainSeconds,
            List<StepListener> listeners,
            Optional<Oracle> oracle) {
        this.source = source;
        this.span = span;
        this.request = request;
        this.ensemble = ensemble;
        this.groups = List.copyOf(groups);
        this.trainSeconds = Map.copyOf(trainSeconds);
        this.total = source.count(span.from(), span.until());
        this.tracker = new WindowTracker(sessions);
        this.scorer = new StepScorer(ensemble, groups, seenItems, StepScorer.K);
        var rankers = Rankers.of(ensemble, groups);
        this.view = new LiveView(rankers, source::userId, latency);
        this.oracle = oracle;
        Map<String, RankerKind> reported = new LinkedHashMap<>(rankers);
        oracle.ifPresent(any -> reported.put(Oracle.NAME, RankerKind.BASELINE));
        this.quality = new QualityRecorder(reported, lookBack());
        this.series = new SeriesRecorder(view, latency, total);
        this.stability = new ListStability(window -> ask(window, StepScorer.K).tops());
        this.sessions = sessions;
        List<StepListener> all = new ArrayList<>(List.of(view, series, stability));
        all.add(step -> quality.scored(oracle.map(o -> o.with(step)).orElse(step)));
        oracle.ifPresent(known -> all.add(known.engagement()));
        all.addAll(listeners);
        this.loop =
                new ReplayLoop(tracker, seenItems, ensemble, scorer, request.learn(), latency, all);
    }

    /** Follows everybody up to the end of training; returns how often each item occurred. */
    private int[] lookBack() {
        int[] popularity = new int[source.catalogue().size()];
        try (EventSource.Cursor past = source.open(EventSource.BEGINNING, span.trainedUntil())) {
            past.forEachRemaining(
                    event -> {
                        tracker.append(event);
                        seenItems.set(event.item());
                        popularity[event.item()]++;
                    });
        }
        return popularity;
    }

    /** Catches up with what lies between the end of training and the first event replayed. */
    public void catchUp() {
        Instant trained = span.trainedUntil();
        Instant first = span.from();
        try (EventSource.Cursor between = source.open(trained, first)) {
            between.forEachRemaining(
                    event -> {
                        loop.pass(event);
                        quality.passed(event);
                    });
        }
    }

    /** What is known of this user as of now, the latest session taken as still running. */
    public FeatureWindow now(int user) {
        return tracker.now(user);
    }

    /** The events to replay; the caller closes. */
    public EventSource.Cursor events() {
        return source.open(span.from(), span.until());
    }

    /** Replays one event. */
    public void replay(Event event) {
        loop.replay(event);
    }

    /** How many events will be replayed. */
    public long total() {
        return total;
    }

    public Span span() {
        return span;
    }

    public Instant from() {
        return span.from();
    }

    public double speed() {
        return request.speed();
    }

    public Ensemble ensemble() {
        return ensemble;
    }

    public StepScorer scorer() {
        return scorer;
    }

    public LiveView view() {
        return view;
    }

    public LatencyRecorder latency() {
        return latency;
    }

    public QualityRecorder quality() {
        return quality;
    }

    public SeriesRecorder series() {
        return series;
    }

    /** The top k for someone of whom this is known; teaches nobody anything. */
    public StepScorer.Answers ask(FeatureWindow window, int k) {
        return new StepScorer(ensemble, groups, seenItems, k).ask(window, new StageClock());
    }

    /** Who wants to hear how many events have been replayed. */
    public void onProgress(LongConsumer listener) {
        progress = listener;
    }

    void progress(long step) {
        progress.accept(step);
    }

    /** Sets the weights of the ranker that is shown. */
    public void setWeights(FusionWeights weights) {
        if (!groups.isEmpty()) {
            groups.get(0).learner().set(weights);
        }
    }

    /** Holds these members' weights while the others learn. */
    public void lock(Set<String> members) {
        if (!groups.isEmpty()) {
            groups.get(0).learner().lock(members);
        }
    }

    /** What is known of the shop beyond its log. */
    Optional<Oracle> oracle() {
        return oracle;
    }

    /** Every figure by ranker and name; reads the training part again, so it takes a moment. */
    Map<String, Map<String, Double>> figures() {
        TrainingSet past = Training.set(source, span.trainedUntil(), sessions);
        Map<String, Map<String, Double>> figures =
                quality.figures(
                        seenItems.cardinality(),
                        new IntraListSimilarity(past.sessions(), past.itemCount()),
                        stability.means());
        oracle.map(Oracle::engagement)
                .ifPresent(
                        clicks ->
                                figures.forEach(
                                        (ranker, own) ->
                                                own.put(Engagement.FIGURE, clicks.mean(ranker))));
        return figures;
    }

    /** What has been measured so far. */
    public ReplaySummary summary(long events) {
        return new ReplaySummary(
                events,
                quality.cases(),
                quality.results(seenItems.cardinality(), trainSeconds),
                quality.comparisons(request.seed()));
    }

    @Override
    public void close() {
        ensemble.close();
    }
}
