package org.amalgam.pipeline.engine;

import java.util.BitSet;
import java.util.Map;
import java.util.OptionalLong;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.Observation;
import org.amalgam.feature.WindowTracker;
import org.amalgam.telemetry.EventReplayed;
import org.amalgam.telemetry.LatencyRecorder;

/**
 * The order of the stages, event by event: what is known → what everybody says → reveal → score →
 * learn. Belongs to the replay thread.
 */
final class ReplayLoop {

    private final WindowTracker tracker;
    private final BitSet seenItems;
    private final Ensemble ensemble;
    private final StepScorer scorer;
    private final boolean learn;
    private final LearningPace pace;
    private final LatencyRecorder latency;
    private final StepListener listener;

    /**
     * @param tracker knows everything before the first event
     * @param seenItems items that have occurred before; shared with the scorer
     * @param pace how fast weights and members learn when they do
     * @param listener hears of every step, replayed or recalled
     */
    ReplayLoop(
            WindowTracker tracker,
            BitSet seenItems,
            Ensemble ensemble,
            StepScorer scorer,
            boolean learn,
            LearningPace pace,
            LatencyRecorder latency,
            StepListener listener) {
        this.tracker = tracker;
        this.seenItems = seenItems;
        this.ensemble = ensemble;
        this.scorer = scorer;
        this.learn = learn;
        this.pace = pace;
        this.latency = latency;
        this.listener = listener;
    }

    /**
     * Predicts, reveals, scores and learns one event.
     *
     * @param due when it was to begin, as {@link System#nanoTime} counts; empty without a clock
     */
    ScoredStep replay(Event event, OptionalLong due) {
        return replay(event, due, true);
    }

    /**
     * Predicts, reveals and scores an event whose item no member has a place for, so that all miss
     * it. Nobody learns from it, and it is no step of its session: nobody could read it.
     */
    ScoredStep witness(Event event, OptionalLong due) {
        return replay(event, due, false);
    }

    private ScoredStep replay(Event event, OptionalLong due, boolean take) {
        EventReplayed flight = new EventReplayed();
        flight.begin();
        StageClock clock = new StageClock();
        due.ifPresent(at -> clock.add(Map.of(LiveSnapshot.LAG, clock.lateFor(at))));
        FeatureWindow window = tracker.before(event);
        clock.lap("features");
        ScoredStep step = scorer.reveal(scorer.ask(window, clock), event);
        if (take) {
            learnWeights(step);
            take(new Observation(window, event), true);
        }
        clock.lap("learning");
        long whole = clock.sinceStart();
        flight.end();
        clock.nanos().forEach(latency::record);
        latency.record(LiveSnapshot.WHOLE_EVENT, whole);
        if (due.isPresent()) {
            long response = clock.nanos().get(LiveSnapshot.LAG) + whole;
            latency.record(LiveSnapshot.RESPONSE, response);
            clock.add(Map.of(LiveSnapshot.RESPONSE, response));
        }
        if (flight.shouldCommit()) {
            flight.fill(event.number(), clock.nanos());
            flight.commit();
        }
        listener.scored(step);
        return step;
    }

    /**
     * Goes through an event that was replayed before, as the journal tells it, asking nobody.
     *
     * @param membersLearn whether the members have yet to learn from it
     */
    void recall(Event event, Journal.Reader journal, boolean membersLearn) {
        FeatureWindow window = tracker.before(event);
        ScoredStep step = journal.next(event, window, scorer.weights());
        learnWeights(step);
        take(new Observation(window, event), membersLearn);
        listener.scored(step);
    }

    /**
     * Learns from an event that is not scored, so that a later one finds everything known.
     *
     * @param membersLearn whether the members have yet to learn from it
     */
    public void pass(Event event, boolean membersLearn) {
        take(new Observation(tracker.before(event), event), membersLearn);
    }

    private void learnWeights(ScoredStep step) {
        if (learn) {
            scorer.learnWeights(step, pace.fusion());
        }
    }

    private void take(Observation observation, boolean membersLearn) {
        if (learn && membersLearn) {
            ensemble.learn(observation, pace);
        }
        tracker.append(observation.revealed());
        seenItems.set(observation.revealed().item());
    }
}
