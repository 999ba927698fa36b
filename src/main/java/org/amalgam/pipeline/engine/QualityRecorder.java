package org.amalgam.pipeline.engine;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.Event;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.domain.StepOutcome;
import org.amalgam.domain.TargetRank;
import org.amalgam.evaluation.Comparisons;
import org.amalgam.evaluation.IntraListSimilarity;
import org.amalgam.evaluation.Recovery;
import org.amalgam.evaluation.SlicedQuality;
import org.amalgam.evaluation.Slices;
import org.amalgam.evaluation.StreamTrack;

/**
 * Quality of every ranker over the main cases (events with an earlier one in their session), over
 * slices of them, and over the events that open a session, apart.
 */
public final class QualityRecorder implements StepListener {

    private static final int[] NOTHING_SHOWN = new int[0];
    private static final String SPREAD_FIGURE = "hr20StdOver" + StreamTrack.SPREAD_CASES;

    /** What a reader should know of the figures that only a stream has. */
    static final String STREAM_NOTE =
            String.format(
                    Locale.ROOT,
                    "%s: rank-biased overlap (p = .9, extrapolated) of an unchanged shopper's list"
                            + " with the list asked again after %d more events were learned from,"
                            + " for every %dth case. %s: standard deviation of HR@20 over"
                            + " consecutive windows of %d cases.",
                    ListStability.FIGURE,
                    ListStability.EVENTS_BETWEEN,
                    ListStability.EVERY,
                    SPREAD_FIGURE,
                    StreamTrack.SPREAD_CASES);

    private final Map<String, StreamTrack> main = new LinkedHashMap<>();
    private final SlicedQuality sliced = new SlicedQuality();
    private final Slices slices;
    private final int[] earlierEvents;
    private final Optional<Instant> change;
    private int[] casesOfUser = new int[0];
    private long cases;
    private boolean changed;

    /**
     * @param rankers kind by name, in the order of reports
     * @param popularity how often each item occurred in training
     * @param change when the world changes, if that is known
     */
    public QualityRecorder(
            Map<String, RankerKind> rankers, int[] popularity, Optional<Instant> change) {
        rankers.forEach((name, kind) -> main.put(name, new StreamTrack(name, kind, popularity)));
        this.slices = new Slices(popularity);
        this.change = change;
        this.earlierEvents = popularity.clone();
    }

    /** Follows one more ranker, which until now did just what another one did. */
    void follow(String ranker, String until) {
        main.put(ranker, main.get(until).branch(ranker));
    }

    /** Notes an event after training that is not scored; one of an item without a place is new. */
    public void passed(Event event) {
        if (event.item() < earlierEvents.length) {
            earlierEvents[event.item()]++;
        }
    }

    @Override
    public void scored(ScoredStep step) {
        StepOutcome outcome = step.outcome();
        List<String> names = slices.of(asked(outcome));
        if (!outcome.opensSession()) {
            count(outcome.event());
        }
        for (StreamTrack track : main.values()) {
            Optional<TargetRank> rank = Optional.ofNullable(outcome.ranks().get(track.name()));
            int[] top = step.tops().getOrDefault(track.name(), NOTHING_SHOWN);
            if (!outcome.opensSession()) {
                track.add(
                        outcome.event().user(),
                        rank,
                        top,
                        outcome.stageNanos().getOrDefault(stage(track), 0L),
                        changed);
            }
            double meanRank = rank.map(TargetRank::meanRank).orElse(Double.POSITIVE_INFINITY);
            // The oracle foresees visits under way only; it was never asked about their first item.
            if (!outcome.opensSession() || !track.name().equals(Oracle.NAME)) {
                sliced.add(names, track.name(), meanRank);
            }
        }
        passed(outcome.event());
    }

    private void count(Event event) {
        cases++;
        changed |= change.filter(time -> !event.time().isBefore(time)).isPresent();
        int user = event.user();
        casesOfUser = IntArrays.grow(casesOfUser, user + 1);
        casesOfUser[user]++;
    }

    private Slices.Asked asked(StepOutcome outcome) {
        Event event = outcome.event();
        return new Slices.Asked(
                outcome.window(),
                event.item(),
                outcome.targetKnown(),
                event.item() < earlierEvents.length ? earlierEvents[event.item()] : 0,
                Optional.of(event.action()),
                true);
    }

    /** A fused list costs the time of its members, which answer side by side, and of fusion. */
    private static String stage(StreamTrack track) {
        return track.kind() == RankerKind.FUSED ? StepScorer.FUSED_STAGE : track.name();
    }

    public long cases() {
        return cases;
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

    /**
     * All figures of the main cases by ranker, then by name; the same names for all. How much HR@20
     * varies and how stable lists are is among them where there were cases enough.
     *
     * @param candidates items that could have been shown
     * @param similarity of items in training
     * @param stability mean overlap of an unchanged shopper's lists by ranker
     */
    public Map<String, Map<String, Double>> figures(
            int candidates, IntraListSimilarity similarity, Map<String, Double> stability) {
        Map<String, Map<String, Double>> all = new LinkedHashMap<>();
        // The oracle shows no lists, so it has no figures of lists.
        List<StreamTrack> listing =
                main.values().stream().filter(t -> !t.name().equals(Oracle.NAME)).toList();
        boolean stable = listing.stream().map(StreamTrack::name).allMatch(stability::containsKey);
        for (StreamTrack track : listing) {
            Map<String, Double> figures = track.figures().figures(candidates, similarity);
            track.hr20Spread().ifPresent(spread -> figures.put(SPREAD_FIGURE, spread));
            if (stable) {
                figures.put(ListStability.FIGURE, stability.get(track.name()));
            }
            all.put(track.name(), figures);
        }
        return all;
    }

    /**
     * How each ranker found its way back after the change; empty without one, or when the run has
     * too few cases before or after it.
     */
    public Map<String, Recovery> recoveries() {
        Map<String, Recovery> found = new LinkedHashMap<>();
        main.forEach(
                (ranker, track) -> track.recovery().ifPresent(back -> found.put(ranker, back)));
        return found;
    }

    /** HR@20 and MRR@20 by slice and ranker. */
    public SlicedQuality slices() {
        return sliced;
    }

    /** Each fused ranker against every other ranker, resampling users. */
    public List<Comparison> comparisons(long seed) {
        return Comparisons.ofStream(List.copyOf(main.values()), casesOfUser, seed);
    }
}
