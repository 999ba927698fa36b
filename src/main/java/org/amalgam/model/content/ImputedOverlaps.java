package org.amalgam.model.content;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.ContentOverlap.Kind;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.ImputedAttributes.Imputed;
import org.amalgam.domain.Item;
import org.amalgam.domain.PriceBand;

/**
 * Overlaps that rest on at least one imputed attribute. Where both sides are imputed the confidence
 * is the product of theirs, as if they erred independently.
 */
final class ImputedOverlaps {

    private final ImputedAttributes imputed;

    ImputedOverlaps(ImputedAttributes imputed) {
        this.imputed = imputed;
    }

    /** With the first of the others that has the same brand; none if no side is imputed. */
    Optional<ContentOverlap> brand(Item item, List<Item> others) {
        return filled(Attribute.BRAND, item, others, ContentOverlaps::brand);
    }

    /** With the first of the others that shares most levels; none if no side is imputed. */
    Optional<ContentOverlap> category(Item item, List<Item> others) {
        return filled(Attribute.CATEGORY, item, others, ContentOverlaps::category);
    }

    private Optional<ContentOverlap> filled(
            Attribute attribute,
            Item item,
            List<Item> others,
            BiFunction<Item, List<Item>, Optional<ContentOverlap>> overlap) {
        if (imputed.all().isEmpty()) {
            return Optional.empty();
        }
        return overlap.apply(filled(item), others.stream().map(this::filled).toList())
                .map(
                        found ->
                                new ContentOverlap(
                                        found.kind(),
                                        found.what(),
                                        original(found.with(), others),
                                        OptionalDouble.of(
                                                confidence(attribute, item)
                                                        * confidence(attribute, found.with()))))
                .filter(found -> found.confidence().getAsDouble() < 1);
    }

    private static Item original(Item filled, List<Item> others) {
        return others.stream()
                .filter(one -> one.index() == filled.index())
                .findFirst()
                .orElseThrow();
    }

    /** The item as the shop might have described it. */
    private Item filled(Item item) {
        return new Item(
                item.index(),
                item.id(),
                item.title(),
                item.titleZh(),
                guess(Attribute.BRAND, item).map(Imputed::value).or(item::brand),
                guess(Attribute.CATEGORY, item).map(Imputed::value).or(item::category),
                item.price());
    }

    private Optional<Imputed> guess(Attribute attribute, Item item) {
        return imputed.find(item.index(), attribute);
    }

    /** 1 of what the shop says. */
    private double confidence(Attribute attribute, Item item) {
        return guess(attribute, item).map(Imputed::confidence).orElse(1.0);
    }

    /** With the first of the others whose price lies in the same band. */
    Optional<ContentOverlap> price(Item item, List<Item> others) {
        for (Item other : others) {
            Optional<PriceBand> shared = shared(item, other);
            if (shared.isPresent()) {
                double confidence =
                        confidence(Attribute.PRICE_BAND, item)
                                * confidence(Attribute.PRICE_BAND, other);
                return Optional.of(
                        new ContentOverlap(
                                Kind.PRICE,
                                shared.get().text(),
                                other,
                                OptionalDouble.of(confidence)));
            }
        }
        return Optional.empty();
    }

    private Optional<PriceBand> shared(Item item, Item other) {
        Optional<PriceBand> mine = band(item);
        Optional<PriceBand> others = band(other);
        if (mine.isPresent()) {
            return mine.filter(band -> others.isPresent() ? mine.equals(others) : in(band, other));
        }
        return others.filter(band -> in(band, item));
    }

    private Optional<PriceBand> band(Item item) {
        return guess(Attribute.PRICE_BAND, item).flatMap(Imputed::band);
    }

    private static boolean in(PriceBand band, Item item) {
        return item.price().isPresent() && band.contains(item.price().getAsDouble());
    }
}
