package org.amalgam.model.network;

import java.util.List;
import java.util.stream.IntStream;
import org.amalgam.config.NetworkRecipes;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries settings for a few epochs on the early part, and takes the best by its quality on the late
 * one. No loss is best for every log: on a few thousand items BPR-max reaches more than
 * cross-entropy, on tens of thousands it is the other way round. Only a trial on all of the early
 * part tells: on Diginetica's last 20,000 sessions BPR-max is ahead, on all 177,000 it is behind
 * from the first epoch on.
 */
final class RecipeTrial {

    private static final Logger LOG = LoggerFactory.getLogger(RecipeTrial.class);

    /** About so many sessions are read in a trial; a small log is read several times. */
    private static final int SESSIONS_READ = 120_000;

    private static final int MOST_EPOCHS = 6;
    private static final int LATE_SESSIONS = 2_000;

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

    /** The settings for logs like this one; of several tried, the best, the first of equals. */
    NetworkSettings best(NetworkRecipes recipes, Holdout holdout) {
        if (recipes.forActions().isPresent() && severalActions(holdout.early())) {
            return recipes.forActions().get();
        }
        return recipes.tried().size() == 1
                ? recipes.tried().get(0)
                : best(recipes.tried(), holdout);
    }

    private static boolean severalActions(TrainingSet data) {
        return data.sessions().stream()
                        .map(Session::steps)
                        .flatMap(
                                steps -> IntStream.range(0, steps.length()).mapToObj(steps::action))
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    private NetworkSettings best(List<NetworkSettings> tried, Holdout holdout) {
        Holdout trial =
                new Holdout(
                        holdout.early(),
                        holdout.late().subList(0, Math.min(LATE_SESSIONS, holdout.late().size())));
        int epochs = epochs(holdout.early().sessions().size());
        NetworkSettings best = tried.get(0);
        double bestQuality = Double.NEGATIVE_INFINITY;
        for (NetworkSettings settings : tried) {
            double quality =
                    quality(settings.withEpochs(Math.min(epochs, settings.epochs())), trial);
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

    private static int epochs(int sessions) {
        return Math.max(1, Math.min(MOST_EPOCHS, SESSIONS_READ / Math.max(1, sessions)));
    }

    private double quality(NetworkSettings settings, Holdout trial) {
        Trainer trainer =
                new Trainer(
                        name,
                        settings,
                        counts -> new NetworkModel(counts, settings, seed, encoders),
                        monitor);
        Trainer.Chosen chosen = trainer.choose(trial);
        chosen.model().close();
        return chosen.quality().mean();
    }
}
