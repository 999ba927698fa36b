package org.amalgam.model.network;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Trains a model from scratch: finds on the last sessions how many epochs are best, then trains a
 * fresh model on all sessions for as many.
 */
final class Trainer {

    private static final long PROGRESS_NANOS = 300_000_000L;

    private final String name;
    private final NetworkSettings settings;
    private final Function<int[], NetworkModel> factory;
    private final TaskMonitor monitor;
    private long lastProgress;

    Trainer(
            String name,
            NetworkSettings settings,
            Function<int[], NetworkModel> factory,
            TaskMonitor monitor) {
        this.name = name;
        this.settings = settings;
        this.factory = factory;
        this.monitor = monitor;
    }

    /** The trained model; the caller closes it. */
    NetworkModel fit(TrainingSet data) {
        int held = (int) Math.round(data.sessions().size() * settings.validationShare());
        int cut = data.sessions().size() - held;
        List<Session> late = data.sessions().subList(cut, data.sessions().size());
        if (BatchPlan.pieces(late, settings.maxSteps()).isEmpty() || cut == 0) {
            return fit(data, settings.epochs());
        }
        TrainingSet early = new TrainingSet(data.catalogue(), data.sessions().subList(0, cut));
        return fit(data, bestEpochs(early, late));
    }

    private int bestEpochs(TrainingSet early, List<Session> late) {
        try (NetworkModel model = factory.apply(early.itemCounts());
                TrainingStep step = new TrainingStep(model, settings);
                Validation validation = new Validation(model, settings)) {
            int best = 1;
            double bestQuality = -1;
            for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
                runEpoch(early, model, step, epoch, "of at most " + settings.epochs());
                double quality = validation.of(late).mean();
                if (quality > bestQuality) {
                    best = epoch;
                    bestQuality = quality;
                } else if (epoch - best >= settings.patience()) {
                    break;
                }
            }
            return best;
        }
    }

    private NetworkModel fit(TrainingSet data, int epochs) {
        NetworkModel model = factory.apply(data.itemCounts());
        boolean whole = false;
        try (TrainingStep step = new TrainingStep(model, settings)) {
            for (int epoch = 1; epoch <= epochs; epoch++) {
                runEpoch(data, model, step, epoch, "of " + epochs + " on all sessions");
            }
            whole = true;
            return model;
        } finally {
            if (!whole) {
                model.close();
            }
        }
    }

    private void runEpoch(
            TrainingSet data, NetworkModel model, TrainingStep step, int epoch, String goal) {
        SplittableRandom random = model.randomOf(-epoch);
        List<PackedBatch> plan = BatchPlan.of(data.sessions(), settings, random);
        for (int i = 0; i < plan.size(); i++) {
            monitor.checkCancelled();
            double loss = step.run(plan.get(i), (float) settings.learningRate());
            if (!Double.isFinite(loss)) {
                throw new IllegalStateException(
                        name + ": loss " + loss + " in epoch " + epoch + "; lower the rate");
            }
            report(epoch, goal, i + 1, plan.size());
        }
    }

    private void report(int epoch, String goal, int done, int total) {
        long now = System.nanoTime();
        if (now - lastProgress > PROGRESS_NANOS) {
            lastProgress = now;
            monitor.progress(name + ", epoch " + epoch + " " + goal, done, total);
        }
    }
}
