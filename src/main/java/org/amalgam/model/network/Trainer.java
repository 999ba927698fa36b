package org.amalgam.model.network;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.TrainingSpeed;
import org.amalgam.domain.stage.TaskMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs epochs of training under one name and one kind of settings. */
final class Trainer {

    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);
    private static final long PROGRESS_NANOS = 300_000_000L;

    private final String name;
    private final NetworkSettings settings;
    private final Function<int[], NetworkModel> factory;
    private final TaskMonitor monitor;
    private long lastProgress;
    private long nanos;
    private long targets;
    private double flops;

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

    String name() {
        return name;
    }

    NetworkSettings settings() {
        return settings;
    }

    /** An untrained model for items that occur so often. */
    NetworkModel model(int[] counts) {
        return factory.apply(counts);
    }

    /** Trains from scratch on all of this data for so many epochs; the caller closes the model. */
    NetworkModel fit(TrainingSet data, int epochs) {
        return Halves.onTwoCores(() -> fitted(data, epochs));
    }

    private NetworkModel fitted(TrainingSet data, int epochs) {
        NetworkModel model = factory.apply(data.itemCounts());
        boolean whole = false;
        try (TrainingStep step = new TrainingStep(model, settings)) {
            for (int epoch = 1; epoch <= epochs; epoch++) {
                if (!epoch(data, model, step, epoch, "of " + epochs + " on all sessions")) {
                    break;
                }
            }
            whole = true;
            return model;
        } finally {
            if (!whole) {
                model.close();
            }
        }
    }

    /**
     * Runs one epoch.
     *
     * @return false when it diverged: the step in question moved nothing, so the model is as it was
     * @throws IllegalStateException if that happens in the first epoch, when nothing was learned
     *     yet
     */
    boolean epoch(TrainingSet data, NetworkModel model, TrainingStep step, int epoch, String goal) {
        SplittableRandom random = model.randomOf(-epoch);
        List<PackedBatch> plan = BatchPlan.of(data.sessions(), settings, random);
        for (int i = 0; i < plan.size(); i++) {
            monitor.checkCancelled();
            double loss = learn(step, plan.get(i));
            if (!Double.isFinite(loss)) {
                String what = name + ": loss " + loss + " in epoch " + epoch + "; lower the rate";
                if (epoch == 1) {
                    throw new IllegalStateException(what);
                }
                LOG.warn("{}; what was learned before is kept", what);
                return false;
            }
            report(epoch, goal, i + 1, plan.size());
        }
        return true;
    }

    private double learn(TrainingStep step, PackedBatch batch) {
        long start = System.nanoTime();
        double loss = step.run(batch, (float) settings.learningRate());
        nanos += System.nanoTime() - start;
        targets += batch.targetCount();
        flops += step.flops(batch);
        return loss;
    }

    /** Of all steps so far; empty when there were none. */
    Optional<TrainingSpeed> speed() {
        return nanos == 0
                ? Optional.empty()
                : Optional.of(new TrainingSpeed(targets / (nanos / 1e9), flops / nanos));
    }

    private void report(int epoch, String goal, int done, int total) {
        long now = System.nanoTime();
        if (now - lastProgress > PROGRESS_NANOS) {
            lastProgress = now;
            monitor.progress(name + ", epoch " + epoch + " " + goal, done, total);
        }
    }
}
