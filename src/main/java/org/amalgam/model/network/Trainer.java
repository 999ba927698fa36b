package org.amalgam.model.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.HeldOut;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains models from scratch: finds on held-out sessions how many epochs are best, or runs so many.
 */
final class Trainer {

    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);
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

    /**
     * What a search for the number of epochs found.
     *
     * @param model as it was after the best epoch; the caller closes it
     * @param epochs the best number of them
     * @param quality on the late part, after that epoch
     */
    record Chosen(NetworkModel model, int epochs, Validation.Quality quality) {}

    /** Trains on the early part until the late one says that it gets no better. */
    Chosen choose(Holdout holdout) {
        NetworkModel model = factory.apply(holdout.early().itemCounts());
        boolean whole = false;
        try (TrainingStep step = new TrainingStep(model, settings);
                Validation validation = new Validation(model, settings);
                Snapshot best = new Snapshot()) {
            Chosen chosen = search(holdout, model, step, validation, best);
            best.restore(model);
            whole = true;
            return chosen;
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": keeping the best epoch aside", e);
        } finally {
            closeUnless(whole, model);
        }
    }

    private Chosen search(
            Holdout holdout,
            NetworkModel model,
            TrainingStep step,
            Validation validation,
            Snapshot best)
            throws IOException {
        Chosen chosen = new Chosen(model, 1, new Validation.Quality(0, -1, -1));
        List<HeldOut> late = holdout.late();
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            if (!epoch(holdout.early(), model, step, epoch, "of at most " + settings.epochs())) {
                break;
            }
            Validation.Quality quality = validation.of(late);
            LOG.debug("{}: epoch {}: {}", name, epoch, quality);
            if (quality.mean() > chosen.quality().mean()) {
                chosen = new Chosen(model, epoch, quality);
                best.take(model, settings);
            } else if (epoch - chosen.epochs() >= settings.patience()) {
                break;
            }
        }
        return chosen;
    }

    /** Trains on all of this data for so many epochs; the caller closes the model. */
    NetworkModel fit(TrainingSet data, int epochs) {
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
            closeUnless(whole, model);
        }
    }

    private static void closeUnless(boolean whole, NetworkModel model) {
        if (!whole) {
            model.close();
        }
    }

    /**
     * Runs one epoch.
     *
     * @return false when it diverged: the step in question moved nothing, so the model is as it was
     * @throws IllegalStateException if that happens in the first epoch, when nothing was learned
     *     yet
     */
    private boolean epoch(
            TrainingSet data, NetworkModel model, TrainingStep step, int epoch, String goal) {
        SplittableRandom random = model.randomOf(-epoch);
        List<PackedBatch> plan = BatchPlan.of(data.sessions(), settings, random);
        for (int i = 0; i < plan.size(); i++) {
            monitor.checkCancelled();
            double loss = step.run(plan.get(i), (float) settings.learningRate());
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

    private void report(int epoch, String goal, int done, int total) {
        long now = System.nanoTime();
        if (now - lastProgress > PROGRESS_NANOS) {
            lastProgress = now;
            monitor.progress(name + ", epoch " + epoch + " " + goal, done, total);
        }
    }
}
