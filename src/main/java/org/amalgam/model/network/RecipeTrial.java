package org.amalgam.model.network;

import java.util.List;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.HeldOut;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries settings for a few epochs on the latest sessions of the early part, and takes the best by
 * its quality on the late part. No loss is best for every log: on a few thousand items BPR-max
 * reaches more than cross-entropy, and where shoppers mostly repeat a step, small steps do.
 */
final class RecipeTrial {

    private static final Logger LOG = LoggerFactory.getLogger(RecipeTrial.class);

    /** Enough to tell recipes apart, and a few seconds an epoch. */
    private static final int SESSIONS = 20_000;

    private static final int LATE_SESSIONS = 2_000;
    private static final int EPOCHS = 3;

    private final String name;
    private final long seed;
    private final SessionEncoder.Factory encoders;
    private final TaskMonitor monitor;

    RecipeTrial(String name, long seed, SessionEncoder.Factory encoders, TaskMonitor monitor) {
        this.name = name;
        this.seed = seed;
        this.encoders = encoders;
        this.monitor = monitor;
    }

    /** The best of these settings, the first of equals. */
    NetworkSettings best(List<NetworkSettings> tried, Holdout holdout) {
        Holdout trial = latest(holdout);
        NetworkSettings best = tried.get(0);
        double bestQuality = Double.NEGATIVE_INFINITY;
        for (NetworkSettings settings : tried) {
            double quality = quality(settings, trial);
            LOG.debug(
                    "{}: {} at rate {}: {}",
                    name,
                    settings.loss(),
                    settings.learningRate(),
                    quality);
            if (quality > bestQuality) {
                best = settings;
                bestQuality = quality;
            }
        }
        return best;
    }

    private static Holdout latest(Holdout holdout) {
        List<Session> sessions = holdout.early().sessions();
        List<Session> latest =
                sessions.subList(Math.max(0, sessions.size() - SESSIONS), sessions.size());
        List<HeldOut> late = holdout.late();
        return new Holdout(
                new TrainingSet(holdout.early().catalogue(), latest),
                late.subList(0, Math.min(LATE_SESSIONS, late.size())));
    }

    private double quality(NetworkSettings settings, Holdout trial) {
        NetworkSettings few = settings.withEpochs(Math.min(EPOCHS, settings.epochs()));
        Trainer trainer =
                new Trainer(
                        name,
                        few,
                        counts -> new NetworkModel(counts, few, seed, encoders),
                        monitor);
        Trainer.Chosen chosen = trainer.choose(trial);
        chosen.model().close();
        return chosen.quality().mean();
    }
}
