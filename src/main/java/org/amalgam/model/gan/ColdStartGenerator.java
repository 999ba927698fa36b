package org.amalgam.model.gan;

import java.util.Optional;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Gives items without history a row in a trained recommender's item table, from their content. The
 * recommender stays as it is: only rows of items with fewer than {@value ColdSplit#WARM_EVENTS}
 * training events are made.
 */
public final class ColdStartGenerator {

    /** New items may push this share of validation cases off the top 20. */
    static final double MOST_LOST = 0.005;

    private static final int LEAST_TRAIN = 50;
    private static final int LEAST_HELD_CASES = 20;
    private static final int STEPS_BETWEEN_CHECKS = 100;
    private static final int CHECKS = 12;
    private static final int PATIENCE = 4;

    private final ColdStartData data;
    private final ColdSplit split;
    private final ColdStartMethod method;
    private final int checks;
    private final long seed;
    private final TaskMonitor monitor;

    private ColdStartGenerator(
            ColdStartData data,
            ColdSplit split,
            ColdStartMethod method,
            int checks,
            long seed,
            TaskMonitor monitor) {
        this.checks = checks;
        this.data = data;
        this.split = split;
        this.method = method;
        this.seed = seed;
        this.monitor = monitor;
    }

    /**
     * Makes rows for the cold items; the same data and seed give the same.
     *
     * @return empty when there is no cold item with content, or too little to learn from
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Optional<ColdStart> fit(
            ColdStartData data, ColdStartMethod method, long seed, TaskMonitor monitor) {
        return fit(data, method, CHECKS, seed, monitor);
    }

    /**
     * The same with another bound on training.
     *
     * @param checks hundreds of steps at most
     */
    static Optional<ColdStart> fit(
            ColdStartData data,
            ColdStartMethod method,
            int checks,
            long seed,
            TaskMonitor monitor) {
        ColdSplit split = ColdSplit.of(data.content(), data.counts(), seed);
        if (split.cold().length == 0 || split.train().length < LEAST_TRAIN) {
            return Optional.empty();
        }
        try (ColdValidation validation = new ColdValidation(data, split, seed)) {
            if (validation.heldCount() < LEAST_HELD_CASES) {
                return Optional.empty();
            }
            return Optional.of(
                    new ColdStartGenerator(data, split, method, checks, seed, monitor)
                            .fit(validation));
        }
    }

    private ColdStart fit(ColdValidation validation) {
        CandidateRows rows =
                method == ColdStartMethod.NEIGHBOURS
                        ? new NearestContent(data, split).best(validation, monitor)
                        : train(validation);
        RowScale scale = new RowScale(data.rowsOf(split.train()), data.width());
        ColdStartHealth health =
                new ColdStartHealth(
                        rows.steps(),
                        validation.quality(rows.held()),
                        scale.spreadRatio(rows.cold()),
                        rows.loss(),
                        rows.discriminatorAccuracy(),
                        MOST_LOST);
        ColdStart uniform = raised(rows.cold(), validation, health, Optional.empty());
        return raised(byDemand(rows.cold()), validation, health, Optional.of(uniform));
    }

    private ColdStart raised(
            float[] rows,
            ColdValidation validation,
            ColdStartHealth health,
            Optional<ColdStart> uniform) {
        float shift = validation.shift(rows, MOST_LOST);
        return new ColdStart(method, split.cold(), rows, shift, health, uniform);
    }

    /** The rows with what is known of these items' demand added to their biases. */
    private float[] byDemand(float[] rows) {
        float[] moved = rows.clone();
        for (int i = 0; i < split.cold().length; i++) {
            moved[(i + 1) * data.width() - 1] += (float) data.demand().logRate(split.cold()[i]);
        }
        return moved;
    }

    /** Trains until validation no longer gets better; the best rows seen. */
    private CandidateRows train(ColdValidation validation) {
        try (GeneratorTraining training = new GeneratorTraining(data, split, method, seed)) {
            CandidateRows best = null;
            double bestQuality = -1;
            int bestCheck = 0;
            for (int check = 1; check <= checks && check - bestCheck <= PATIENCE; check++) {
                int before = (check - 1) * STEPS_BETWEEN_CHECKS;
                CandidateRows now = training.run(before, STEPS_BETWEEN_CHECKS, monitor);
                monitor.progress("new items' rows from content", check, checks);
                double quality = validation.quality(now.held());
                if (quality > bestQuality) {
                    best = now;
                    bestQuality = quality;
                    bestCheck = check;
                }
            }
            return best;
        }
    }
}
