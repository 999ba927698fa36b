package org.amalgam.pipeline.shop;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Item;
import org.amalgam.evaluation.RankBiasedOverlap;

/** A list with its reasons, best first. Immutable. */
public record ShopList(List<Place> places) {

    public ShopList {
        places = List.copyOf(places);
    }

    /**
     * One place.
     *
     * @param rank from 1
     * @param score fused
     * @param shares what each member added; together the score (to rounding)
     * @param reason only of the places that were to be explained
     */
    public record Place(
            int rank,
            Item item,
            double score,
            Map<String, Double> shares,
            Optional<Reason> reason) {
        public Place {
            requireNonNull(item, "item");
            requireNonNull(reason, "reason");
            shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
        }
    }

    /** Place of an item, from 1. */
    public Optional<Integer> rankOf(Item item) {
        return places.stream()
                .filter(place -> place.item().index() == item.index())
                .map(Place::rank)
                .findFirst();
    }

    /**
     * Rank-biased overlap with another list, as {@link RankBiasedOverlap} says; empty when one of
     * them is.
     */
    public Optional<Double> overlap(ShopList other) {
        return places.isEmpty() || other.places.isEmpty()
                ? Optional.empty()
                : Optional.of(RankBiasedOverlap.of(items(), other.items()));
    }

    private int[] items() {
        return places.stream().mapToInt(place -> place.item().index()).toArray();
    }
}
