package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot.Latency;
import org.amalgam.domain.LiveSnapshot.Quality;
import org.amalgam.domain.StepOutcome;
import org.amalgam.telemetry.LatencyRecorder;

/**
 * Samples the run at even distances, by event count so that two runs sample the same events, for
 * the report's charts and its example lists.
 */
public final class SeriesRecorder implements StepListener {

    private static final int POINTS = 400;
    private static final int EXAMPLES = 6;

    private final LiveView view;
    private final LatencyRecorder latency;
    private final long exampleEvery;
    private final List<Point> points = new ArrayList<>();
    private final List<StepOutcome> examples = new ArrayList<>();
    private long every;
    private boolean exampleDue;
    private long step;

    /**
     * @param view hears of a step before this does
     * @param total steps to come; 0 when nobody knows, and then points grow sparser as they come
     */
    public SeriesRecorder(LiveView view, LatencyRecorder latency, long total) {
        this.view = view;
        this.latency = latency;
        this.every = Math.max(1, total / POINTS);
        this.exampleEvery = Math.max(1, total / (EXAMPLES + 1));
    }

    /** How things stood after so many steps. */
    public record Point(
            long step,
            Instant time,
            FusionWeights weights,
            Map<String, Latency> latency,
            List<Quality> quality) {}

    @Override
    public void scored(ScoredStep scored) {
        step++;
        StepOutcome outcome = scored.outcome();
        if (step % every == 0) {
            points.add(
                    new Point(
                            step,
                            outcome.event().time(),
                            outcome.weights(),
                            latency.latest(),
                            view.quality()));
            thinOut();
        }
        exampleDue |= step % exampleEvery == 0;
        // The next step with a past of its own and a list to show, whether or not it was a hit.
        if (exampleDue && examples.size() < EXAMPLES && tells(outcome)) {
            examples.add(outcome);
            exampleDue = false;
        }
    }

    /** A known total never gives so many points. */
    private void thinOut() {
        if (points.size() == 2 * POINTS) {
            every *= 2;
            points.removeIf(point -> point.step() % every != 0);
        }
    }

    private static boolean tells(StepOutcome outcome) {
        return outcome.window().session().length() >= 2 && outcome.fused().isPresent();
    }

    public List<Point> points() {
        return List.copyOf(points);
    }

    /** A few steps, evenly spread, to show as examples. */
    public List<StepOutcome> examples() {
        return List.copyOf(examples);
    }
}
