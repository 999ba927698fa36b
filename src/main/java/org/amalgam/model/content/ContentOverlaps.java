package org.amalgam.model.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import org.amalgam.domain.ContentOverlap;
import org.amalgam.domain.ContentOverlap.Kind;
import org.amalgam.domain.ImputedAttributes;
import org.amalgam.domain.Item;

/** What an item has in common with items that a shopper has met. Pure functions. */
public final class ContentOverlaps {

    /** Prices that differ by no more than this share of the higher one are alike. */
    private static final double NEAR = 0.2;

    /** Shared stretches of Chinese titles have at least so many characters. */
    private static final int LEAST_HAN = 2;

    /** Words that say nothing of what an item is, units and names of variants among them. */
    private static final Set<String> EMPTY_WORDS =
            Set.of(
                    "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on",
                    "or", "the", "to", "with", "cm", "inch", "kg", "lb", "ml", "mm", "oz", "pack",
                    "pcs", "set", "size", "系列", "千克", "毫升", "厘米", "毫米", "英寸", "套装", "新款");

    private ContentOverlaps() {}

    /**
     * At most one overlap of each kind: with the first of the items met that has the same brand, a
     * price within 20 %, the deepest shared category, and the most shared words. The item itself is
     * passed over, for it would share everything.
     *
     * <p>What is imputed counts only for a kind in which the shop's own words give no overlap.
     *
     * @param met in order of preference, the latest first
     */
    public static List<ContentOverlap> of(Item item, List<Item> met, ImputedAttributes imputed) {
        List<Item> others = met.stream().filter(one -> one.index() != item.index()).toList();
        List<ContentOverlap> overlaps = new ArrayList<>();
        ImputedOverlaps guesses = new ImputedOverlaps(imputed);
        brand(item, others).or(() -> guesses.brand(item, others)).ifPresent(overlaps::add);
        category(item, others).or(() -> guesses.category(item, others)).ifPresent(overlaps::add);
        longest(Kind.TITLE, item, others, ContentOverlaps::words, " ").ifPresent(overlaps::add);
        longest(Kind.PRICE, item, others, ContentOverlaps::price, " ")
                .or(() -> guesses.price(item, others))
                .ifPresent(overlaps::add);
        return overlaps;
    }

    static Optional<ContentOverlap> brand(Item item, List<Item> others) {
        return longest(Kind.BRAND, item, others, ContentOverlaps::brand, " ");
    }

    static Optional<ContentOverlap> category(Item item, List<Item> others) {
        return longest(Kind.CATEGORY, item, others, ContentOverlaps::category, " > ");
    }

    /** The overlap with most parts, the first of equals; empty when none has any. */
    private static Optional<ContentOverlap> longest(
            Kind kind,
            Item item,
            List<Item> others,
            BiFunction<Item, Item, List<String>> shared,
            String between) {
        List<String> most = List.of();
        Item with = item;
        for (Item other : others) {
            List<String> parts = shared.apply(item, other);
            if (parts.size() > most.size()) {
                most = parts;
                with = other;
            }
        }
        return most.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ContentOverlap(
                                kind, String.join(between, most), with, OptionalDouble.empty()));
    }

    private static List<String> brand(Item one, Item other) {
        return !one.brand().isEmpty() && ItemTokens.brand(one).equals(ItemTokens.brand(other))
                ? List.of(one.brand().get().strip())
                : List.of();
    }

    /** The levels from the top that both have. */
    private static List<String> category(Item one, Item other) {
        List<String> mine = ItemTokens.categories(one);
        List<String> others = ItemTokens.categories(other);
        int shared = 0;
        while (shared < Math.min(mine.size(), others.size())
                && Objects.equals(mine.get(shared), others.get(shared))) {
            shared++;
        }
        return ItemTokens.categoryNames(one).subList(0, shared);
    }

    /** Shared words, in lower case, and stretches of Chinese text, in the order of one's titles. */
    private static List<String> words(Item one, Item other) {
        Set<String> shared = new LinkedHashSet<>(ItemTokens.plainWords(one));
        shared.retainAll(Set.copyOf(ItemTokens.plainWords(other)));
        shared.removeIf(word -> word.length() < 2 || isNumber(word));
        List<String> others = ItemTokens.hanRuns(other);
        for (String run : ItemTokens.hanRuns(one)) {
            addStretches(run, others, shared);
        }
        shared.removeAll(EMPTY_WORDS);
        if (!brand(one, other).isEmpty()) {
            // That they share these is said by the brand.
            shared.removeAll(ItemTokens.brandWords(one));
        }
        return List.copyOf(shared);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /** From each place the longest stretch that stands in one of the other title's runs too. */
    private static void addStretches(String run, List<String> others, Set<String> into) {
        int from = 0;
        while (from < run.length()) {
            int to = from;
            int next = run.offsetByCodePoints(to, 1);
            while (next > to && stands(run.substring(from, next), others)) {
                to = next;
                next = to < run.length() ? run.offsetByCodePoints(to, 1) : to;
            }
            boolean enough = run.codePointCount(from, to) >= LEAST_HAN;
            if (enough) {
                into.add(run.substring(from, to));
            }
            from = enough ? to : run.offsetByCodePoints(from, 1);
        }
    }

    private static boolean stands(String stretch, List<String> runs) {
        return runs.stream().anyMatch(run -> run.contains(stretch));
    }

    private static List<String> price(Item one, Item other) {
        if (one.price().isEmpty() || other.price().isEmpty()) {
            return List.of();
        }
        double mine = one.price().getAsDouble();
        double others = other.price().getAsDouble();
        double higher = Math.max(mine, others);
        return Math.min(mine, others) > 0 && Math.abs(mine - others) <= NEAR * higher
                ? List.of(String.format(Locale.ROOT, "%.2f", mine))
                : List.of();
    }
}
