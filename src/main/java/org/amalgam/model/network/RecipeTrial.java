package org.amalgam.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.amalgam.config.NetworkRecipes;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Tries settings for a few epochs on the early part, and takes the best by its quality on the late
 * one. No loss is best for every log: on a few thousand items BPR-max reaches more than
 * cross-entropy, on tens of thousands it is the other way round. Only a trial on all of the early
 * part tells: on Diginetica's last 20,000 sessions BPR-max is ahead, on all 177,000 it is behind
 * from the first epoch on.
 */
final class RecipeTrial {

    /** About so many sessions are read in a trial; a small log is read several times. */
    private static final int SESSIONS_READ = 120_000;

    private static final int MOST_EPOCHS = 6;

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

    /**
     * A search with the settings for logs like this one; of several tried the best, the first of
     * equals, as far as the trial has brought it. The caller closes it.
     */
    EpochSearch best(NetworkRecipes recipes, Holdout holdout) {
        if (recipes.forActions().isPresent() && severalActions(holdout.early())) {
            return search(recipes.forActions().get(), holdout);
        }
        return recipes.tried().size() == 1
                ? search(recipes.tried().get(0), holdout)
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

    private EpochSearch best(List<NetworkSettings> tried, Holdout holdout) {
        int epochs = epochs(holdout.early().sessions().size());
        List<EpochSearch> searches = new ArrayList<>();
        EpochSearch best = null;
        try {
            for (NetworkSettings settings : tried) {
                EpochSearch next = search(settings, holdout);
                searches.add(next);
                next.goTo(epochs);
            }
            best = first(searches);
            return best;
        } finally {
            searches.remove(best);
            searches.forEach(EpochSearch::close);
        }
    }

    /** The best, the first of equals. */
    private static EpochSearch first(List<EpochSearch> searches) {
        EpochSearch best = searches.get(0);
        for (EpochSearch search : searches) {
            best = search.judgement().mean() > best.judgement().mean() ? search : best;
        }
        return best;
    }

    private static int epochs(int sessions) {
        return Math.max(1, Math.min(MOST_EPOCHS, SESSIONS_READ / Math.max(1, sessions)));
    }

    private EpochSearch search(NetworkSettings settings, Holdout holdout) {
        return new EpochSearch(
                new Trainer(
                        name,
                        settings,
                        counts -> new NetworkModel(counts, settings, seed, encoders),
                        monitor),
                holdout);
    }
}
