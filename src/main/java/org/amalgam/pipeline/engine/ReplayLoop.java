package org.amalgam.pipeline.engine;

import java.util.BitSet;
import java.util.List;
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
    private final List<StepListener> listeners;

    /**
     * @param tracker knows everything before the first event
     * @param seenItems items that have occurred before; shared with the scorer
     */
    public ReplayLoop(
            WindowTracker tracker,
            BitSet seenItems,
            Ensemble ensemble,
            StepScorer scorer,
            boolean learn,
            LatencyRecorder latency,
            List<StepListener> listeners) {
        this.tracker = tracker;
        this.seenItems = seenItems;
        this.ensemble = ensemble;
        this.scorer = scorer;
        this.learn = learn;
        this.latency = latency;
        this.listeners = List.copyOf(listeners);
    }

    /** Predicts, reveals, scores and learns one event. */
    public void replay(Event event) {
        StageClock clock = new StageClock();
        FeatureWindow window = tracker.before(event);
        clock.lap("features");
        ScoredStep step = scorer.reveal(scorer.ask(window, clock), event);
        if (learn) {
            scorer.learnWeights(step);
        }
        take(new Observation(window, event));
        clock.lap("learning");
        clock.nanos().forEach(latency::record);
        latency.record(LiveSnapshot.WHOLE_EVENT, clock.sinceStart());
        listeners.forEach(listener -> listener.scored(step));
    }

    /** Learns from an event that is not scored, so that a later one finds everything known. */
    public void pass(Event event) {
        take(new Observation(tracker.before(event), event));
    }

    private void take(Observation observation) {
        if (learn) {
            ensemble.learn(observation);
        }
        tracker.append(observation.revealed());
        seenItems.set(observation.revealed().item());
    }
}
