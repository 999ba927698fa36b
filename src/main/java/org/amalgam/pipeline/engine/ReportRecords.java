package org.amalgam.pipeline.engine;

import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.TrainingSet;
import org.amalgam.evaluation.IntraListSimilarity;
import org.amalgam.telemetry.LatencyRecorder;

/** What only a report wants of a replay, kept from its first step on. */
final class ReportRecords {

    private final ReplaySetup setup;
    private final ReplayState state;
    private final SeriesRecorder series;
    private final ListStability stability;

    /** Listens to the replay that is in this state, before its first step. */
    ReportRecords(ReplaySetup setup, ReplayState state, LatencyRecorder latency, long total) {
        this.setup = setup;
        this.state = state;
        this.series = new SeriesRecorder(state.view(), latency, total);
        this.stability = new ListStability(window -> state.ask(window, StepScorer.K).tops());
        state.add(series);
        state.add(stability);
        setup.oracle().ifPresent(known -> state.add(known.engagement()));
    }

    SeriesRecorder series() {
        return series;
    }

    /** Every figure by ranker and name; reads the training part again, so it takes a moment. */
    Map<String, Map<String, Double>> figures() {
        TrainingSet past =
                Training.set(setup.source(), setup.span().trainedUntil(), setup.sessions());
        Map<String, Map<String, Double>> figures =
                state.quality()
                        .figures(
                                state.itemsSeen(),
                                new IntraListSimilarity(past.sessions(), past.itemCount()),
                                stability.means());
        Optional<Engagement> clicks = setup.oracle().map(Oracle::engagement);
        clicks.ifPresent(
                known ->
                        figures.forEach(
                                (ranker, own) -> own.put(Engagement.FIGURE, known.mean(ranker))));
        return figures;
    }
}
