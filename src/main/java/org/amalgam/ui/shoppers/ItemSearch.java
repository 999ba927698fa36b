package org.amalgam.ui.shoppers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;

/** Finds items by what a person types of their titles or id. Thread-safe. */
final class ItemSearch {

    private ItemSearch() {}

    /**
     * Items of which every word typed is a part of a title or the id, in order of the catalogue;
     * the one that has just this id first.
     */
    static List<Item> find(Catalogue catalogue, String typed, int limit) {
        List<String> words =
                Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        Optional<Item> exact = catalogue.find(typed.strip());
        return Stream.concat(
                        exact.stream(),
                        catalogue.items().stream().filter(item -> fits(item, words)))
                .distinct()
                .limit(limit)
                .toList();
    }

    private static boolean fits(Item item, List<String> words) {
        String text =
                (item.id() + ' ' + item.title().orElse("") + ' ' + item.titleZh().orElse(""))
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
