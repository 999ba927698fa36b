package org.amalgam.pipeline.engine;

import java.util.BitSet;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.Observation;
import org.amalgam.feature.WindowTracker;
import org.amalgam.telemetry.LatencyRecorder;

/**
 * The order of the stages, event by event: what is known → what everybody says → reveal → score →
 * learn. Belongs to the replay thread.
 */
public final class ReplayLoop {

    private final WindowTracker tracker;
    private final BitSet seenItems;
    private final Ensemble ensemble;
    private final StepScorer scorer;
    private final boolean learn;
    private final LatencyRecorder latency;
    private final StepListener listener;

    /**
     * @param tracker knows everything before the first event
     * @param seenItems items that have occurred before; shared with the scorer
     * @param listener hears of every step, replayed or recalled
     */
    public ReplayLoop(
            WindowTracker tracker,
            BitSet seenItems,
            Ensemble ensemble,
            StepScorer scorer,
            boolean learn,
            LatencyRecorder latency,
            StepListener listener) {
        this.tracker = tracker;
        this.seenItems = seenItems;
        this.ensemble = ensemble;
        this.scorer = scorer;
        this.learn = learn;
        this.latency = latency;
        this.listener = listener;
    }

    /** Predicts, reveals, scores and learns one event. */
    public ScoredStep replay(Event event) {
        return replay(event, true);
    }

    /**
     * Predicts, reveals and scores an event whose item no member has a place for, so that all miss
     * it. Nobody learns from it, and it is no step of its session: nobody could read it.
     */
    ScoredStep witness(Event event) {
        return replay(event, false);
    }

    private ScoredStep replay(Event event, boolean take) {
        StageClock clock = new StageClock();
        FeatureWindow window = tracker.before(event);
        clock.lap("features");
        ScoredStep step = scorer.reveal(scorer.ask(window, clock), event);
        if (take) {
            learnWeights(step);
            take(new Observation(window, event), true);
        }
        clock.lap("learning");
        clock.nanos().forEach(latency::record);
        latency.record(LiveSnapshot.WHOLE_EVENT, clock.sinceStart());
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
            scorer.learnWeights(step);
        }
    }

    private void take(Observation observation, boolean membersLearn) {
        if (learn && membersLearn) {
            ensemble.learn(observation);
        }
        tracker.append(observation.revealed());
        seenItems.set(observation.revealed().item());
    }
}
