package org.amalgam.ui.shoppers;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.FusionWeights;
import org.amalgam.pipeline.shop.ShopWindow;

/**
 * How a list is fused.
 *
 * @param method one of {@link ShopWindow#METHODS}
 * @param alone the member that decides, of {@link Weighting#ALONE}
 * @param byHand by member, of {@link Weighting#BY_HAND}; all 0 counts as equal
 */
public record FusionChoice(
        Weighting weighting, String method, String alone, Map<String, Double> byHand) {

    /** Where the weights come from. */
    public enum Weighting {
        LEARNED,
        EQUAL,
        ALONE,
        BY_HAND
    }

    public FusionChoice {
        requireNonNull(weighting, "weighting");
        requireNonNull(method, "method");
        requireNonNull(alone, "alone");
        byHand = Collections.unmodifiableMap(new LinkedHashMap<>(byHand));
    }

    /** Weights as they were learned, or equal ones, added up. */
    public static FusionChoice of(Weighting weighting) {
        return new FusionChoice(weighting, ShopWindow.METHODS.get(0), "", Map.of());
    }

    public FusionChoice with(Weighting other) {
        return new FusionChoice(other, method, alone, byHand);
    }

    public FusionChoice by(String otherMethod) {
        return new FusionChoice(weighting, otherMethod, alone, byHand);
    }

    public FusionChoice aloneBy(String member) {
        return new FusionChoice(Weighting.ALONE, method, member, byHand);
    }

    /** The same with one weight moved by hand. */
    public FusionChoice moved(String member, double weight) {
        Map<String, Double> moved = new LinkedHashMap<>(byHand);
        moved.put(member, weight);
        return new FusionChoice(Weighting.BY_HAND, method, alone, moved);
    }

    /** The weights with these members; one that is not there any more does not count. */
    FusionWeights weights(ShopWindow window) {
        return switch (weighting) {
            case LEARNED -> window.learned();
            case EQUAL -> window.equal();
            case ALONE ->
                    window.members().contains(alone)
                            ? FusionWeights.uniform(List.of(alone))
                            : window.equal();
            case BY_HAND -> ofHand(window);
        };
    }

    private FusionWeights ofHand(ShopWindow window) {
        Map<String, Double> usable = new LinkedHashMap<>();
        for (String member : window.members()) {
            double weight = byHand.getOrDefault(member, 0.0);
            if (weight > 0) {
                usable.put(member, weight);
            }
        }
        return usable.isEmpty() ? window.equal() : FusionWeights.of(usable);
    }
}
