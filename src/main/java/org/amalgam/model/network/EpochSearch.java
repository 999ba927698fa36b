package org.amalgam.model.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.Holdout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Training of one network on the early part of a holdout, epoch by epoch, for as long as the late
 * part says that it gets better.
 */
final class EpochSearch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EpochSearch.class);

    private final Trainer trainer;
    private final Holdout holdout;
    private final NetworkModel model;
    private final TrainingStep step;
    private final Validation validation;
    private final Snapshot best = new Snapshot();
    private Judgement judgement = new Judgement(1, 0, -1, -1);
    private int epoch;
    private boolean ended;
    private boolean handedOver;

    EpochSearch(Trainer trainer, Holdout holdout) {
        this.trainer = trainer;
        this.holdout = holdout;
        this.model = trainer.model(holdout.early().itemCounts());
        this.step = new TrainingStep(model, trainer.settings());
        this.validation = new Validation(model, trainer.settings());
    }

    /** The settings it trains with. */
    NetworkSettings settings() {
        return trainer.settings();
    }

    /**
     * Trains on until so many epochs are done in all, or until it has got no better for a while.
     */
    void goTo(int epochs) {
        Halves.onTwoCores(
                () -> {
                    while (!ended && epoch < Math.min(epochs, settings().epochs())) {
                        ended = !next();
                    }
                    return judgement;
                });
    }

    /** One more epoch; returns whether another may do good. */
    private boolean next() {
        epoch++;
        String goal = "of at most " + settings().epochs();
        if (!trainer.epoch(holdout.early(), model, step, epoch, goal)) {
            return false;
        }
        Judgement now = validation.of(holdout.late(), epoch);
        LOG.debug(
                "{}: {} at rate {}: {}",
                trainer.name(),
                settings().loss(),
                settings().learningRate(),
                now);
        if (now.mean() > judgement.mean()) {
            judgement = now;
            try {
                best.take(model, settings());
            } catch (IOException e) {
                throw new UncheckedIOException(trainer.name() + ": keeping an epoch aside", e);
            }
        }
        return epoch - judgement.epochs() < settings().patience();
    }

    /** How good the best epoch so far was. */
    Judgement judgement() {
        return judgement;
    }

    /** The model as it was after the best epoch, which the caller then closes. */
    NetworkModel take() {
        try {
            best.restore(model);
        } catch (IOException e) {
            throw new UncheckedIOException(trainer.name() + ": taking the best epoch up again", e);
        }
        handedOver = true;
        return model;
    }

    @Override
    public void close() {
        step.close();
        validation.close();
        if (!handedOver) {
            model.close();
        }
        try {
            best.close();
        } catch (IOException e) {
            LOG.warn("{}: an epoch kept aside stays on disk", trainer.name(), e);
        }
    }
}
