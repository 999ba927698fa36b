package org.amalgam.model.attribute;

import java.util.ArrayList;
import java.util.List;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.ImputedAttributes.Imputed;
import org.amalgam.domain.Item;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Fills missing values by the chosen method where it is confident. For that the method is fitted
 * anew on all known items; its calibration stays that of the validation part, which errs on the
 * safe side, as the method has learned more since.
 */
final class Imputation {

    private static final int CHECK_EVERY = 100;

    private final Attribute attribute;
    private final Candidate best;
    private final Calibration calibration;

    /**
     * @param best with at least {@link Calibration#BIN} guesses on validation
     */
    Imputation(Attribute attribute, Candidate best) {
        this.attribute = attribute;
        this.best = best;
        this.calibration = new Calibration(best.validation());
    }

    /** What of these guesses at known values would have been written down. */
    AttributeFindings.Filled filled(List<Judged> tested) {
        List<Judged> written = tested.stream().filter(one -> confident(one.strength())).toList();
        return new AttributeFindings.Filled(
                written.size(),
                (int) written.stream().filter(Judged::right).count(),
                written.stream()
                        .mapToDouble(one -> calibration.confidence(one.strength()))
                        .average()
                        .orElse(0));
    }

    /** Confident guesses at the missing values of these items. */
    List<Imputed> fill(List<Item> known, List<Item> missing, long seed, TaskMonitor monitor) {
        List<Imputed> imputed = new ArrayList<>();
        if (missing.isEmpty()) {
            return imputed;
        }
        AttributeValues values = best.fitted().values().ofItems(known);
        FittedMethod refitted =
                new FittedMethod.Rows(values, attribute, known, best.method().readsPresence())
                        .fit(best.method(), List.of(best.setting()), seed)
                        .get(0);
        for (int i = 0; i < missing.size(); i++) {
            if (i % CHECK_EVERY == 0) {
                monitor.checkCancelled();
            }
            Guess guess = refitted.guess(missing.get(i));
            if (confident(guess.strength())) {
                imputed.add(imputed(missing.get(i), guess, values));
            }
        }
        return imputed;
    }

    /** Of an item of which nothing is known nothing is guessed. */
    private boolean confident(double strength) {
        return strength > 0 && calibration.confidence(strength) >= AttributeComparison.CONFIDENT;
    }

    private Imputed imputed(Item item, Guess guess, AttributeValues values) {
        return new Imputed(
                item.index(),
                attribute,
                values.name(guess.value()),
                values.band(guess.value()),
                calibration.confidence(guess.strength()),
                best.method().label());
    }
}
