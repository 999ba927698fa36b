package org.amalgam.model.attribute;

import java.util.ArrayList;
import java.util.List;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Compares nearest neighbours, a linear support vector machine and a decision tree with the most
 * frequent value, attribute by attribute, and fills what is missing by the best of them.
 *
 * <p>Methods are fitted on the training part of the items whose value is known. Validation chooses
 * each method's setting and the method, and says what its confidence is worth. The test part is
 * looked at once. Guesses at missing values are kept from a confidence of {@value #CONFIDENT}.
 */
public final class AttributeComparison {

    /** Least confidence of a guess that is kept. */
    public static final double CONFIDENT = 0.9;

    /** Of fewer known items nothing is compared. */
    public static final int LEAST_KNOWN = 20;

    /** Of fewer known items nothing is filled: too few choose to tell confidence by. */
    public static final int LEAST_TO_FILL = 10 * Calibration.BIN;

    private final Catalogue catalogue;
    private final long seed;
    private final TaskMonitor monitor;

    /**
     * @param seed of the split and the methods
     */
    public AttributeComparison(Catalogue catalogue, long seed, TaskMonitor monitor) {
        this.catalogue = catalogue;
        this.seed = seed;
        this.monitor = monitor;
    }

    /**
     * One finding an attribute, in their order; attributes that cannot be compared say why.
     *
     * @throws java.util.concurrent.CancellationException if the monitor asks for it
     */
    public List<AttributeFindings> run() {
        List<AttributeFindings> findings = new ArrayList<>();
        for (Attribute attribute : Attribute.values()) {
            findings.add(of(attribute, findings.size() * AttributeTrial.STEPS));
        }
        int total = Attribute.values().length * AttributeTrial.STEPS;
        monitor.progress("attributes", total, total);
        return findings;
    }

    private AttributeFindings of(Attribute attribute, int before) {
        List<Item> missing =
                catalogue.items().stream()
                        .filter(item -> !AttributeValues.known(attribute, item))
                        .toList();
        int known = catalogue.size() - missing.size();
        if (known < LEAST_KNOWN) {
            String few = known == 0 ? "no item has" : "fewer than " + LEAST_KNOWN + " items have";
            return AttributeFindings.none(
                    attribute, known, missing.size(), few + " a " + attribute.label());
        }
        KnownItems items = KnownItems.split(catalogue, attribute, seed);
        AttributeValues values = AttributeValues.of(attribute, items.training());
        if (values.count() < 2) {
            return AttributeFindings.none(
                    attribute,
                    known,
                    missing.size(),
                    "all items to learn from have one " + attribute.label());
        }
        return new AttributeTrial(attribute, items, values, missing, seed, monitor, before)
                .findings(known);
    }
}
