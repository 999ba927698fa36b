package org.amalgam.domain;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses at what a catalogue leaves open. They stand beside the catalogue and never in it, so that
 * nobody takes a guess for what a shop has said. Immutable.
 */
public final class ImputedAttributes {

    private static final ImputedAttributes NONE = new ImputedAttributes(List.of());

    private final List<Imputed> all;
    private final Map<Key, Imputed> byKey = new HashMap<>();

    private record Key(int item, Attribute attribute) {}

    /**
     * One guess.
     *
     * @param item dense number
     * @param value as the shop writes it; of a price band its {@link PriceBand#text()}
     * @param band there if and only if a price band was guessed
     * @param confidence estimated chance that it is right, in [0, 1]
     * @param method that made it
     */
    public record Imputed(
            int item,
            Attribute attribute,
            String value,
            Optional<PriceBand> band,
            double confidence,
            String method) {

        public Imputed {
            requireNonNull(value, "value");
            requireNonNull(method, "method");
            if (item < 0 || !(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("item " + item + ", confidence " + confidence);
            }
            if (band.isPresent() != (attribute == Attribute.PRICE_BAND)) {
                throw new IllegalArgumentException(attribute.label() + " with band " + band);
            }
        }
    }

    /** At most one guess an item and attribute; of more the last counts. */
    public ImputedAttributes(List<Imputed> all) {
        this.all = List.copyOf(all);
        this.all.forEach(one -> byKey.put(new Key(one.item(), one.attribute()), one));
    }

    /** Nothing guessed. */
    public static ImputedAttributes none() {
        return NONE;
    }

    public List<Imputed> all() {
        return all;
    }

    /** The guess at this attribute of this item. */
    public Optional<Imputed> find(int item, Attribute attribute) {
        return Optional.ofNullable(byKey.get(new Key(item, attribute)));
    }
}
