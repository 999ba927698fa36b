package org.amalgam.model.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.ImputedAttributes.Imputed;
import org.amalgam.domain.Item;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.model.content.ContentField;

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

    /** How many of the guesses on validation were made from what. */
    private final Map<Set<ContentField>, Long> toldOf;

    /**
     * @param best with at least {@link Calibration#BIN} guesses on validation
     */
    Imputation(Attribute attribute, Candidate best) {
        this.attribute = attribute;
        this.best = best;
        this.calibration = new Calibration(best.validation());
        this.toldOf =
                best.validation().stream()
                        .collect(Collectors.groupingBy(Judged::told, Collectors.counting()));
    }

    /** What of these guesses at known values would have been written down. */
    AttributeFindings.Filled filled(List<Judged> tested) {
        List<Judged> written =
                tested.stream().filter(one -> confident(one.strength(), one.told())).toList();
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
            Item item = missing.get(i);
            FittedMethod.Look look = refitted.look(item);
            if (confident(look.guess().strength(), look.told())) {
                imputed.add(imputed(item, look.guess(), values));
            }
        }
        return imputed;
    }

    /**
     * What strength is worth was learned from items that told certain things of themselves, mostly
     * a title; it says nothing of those that tell less, by a brand alone for instance.
     */
    private boolean confident(double strength, Set<ContentField> told) {
        return strength > 0
                && toldOf.getOrDefault(told, 0L) >= Calibration.BIN
                && calibration.confidence(strength) >= AttributeComparison.CONFIDENT;
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
