package org.amalgam.ui.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.rule.RuleScope;

/** What of the catalogue a beginning of a name may mean. */
final class Completion {

    /** As many as one looks through. */
    static final int MOST = 30;

    private final Catalogue catalogue;
    private final List<String> brands;
    private final List<String> categories;

    /**
     * One of the possible meanings.
     *
     * @param name as rules write it
     * @param item whose id that is; empty where the name says what is meant
     */
    record Suggestion(String name, Optional<Item> item) {}

    Completion(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.brands = sorted(catalogue.items().stream().flatMap(item -> item.brand().stream()));
        this.categories =
                sorted(
                        catalogue.items().stream()
                                .flatMap(item -> item.category().stream())
                                .flatMap(Completion::branches));
    }

    private static List<String> sorted(Stream<String> names) {
        return List.copyOf(names.collect(Collectors.toCollection(TreeSet::new)));
    }

    /** A category and those above it. */
    private static Stream<String> branches(String path) {
        List<String> levels = RuleScope.Category.levels(path);
        return IntStream.rangeClosed(1, levels.size())
                .mapToObj(depth -> String.join(" > ", levels.subList(0, depth)));
    }

    /**
     * What may be meant, by name; nothing once it is written out.
     *
     * @param written any part of a name, or of an item's title in either language
     */
    List<Suggestion> of(RuleDraft.Scope scope, String written) {
        String part = written.strip().toLowerCase(Locale.ROOT);
        List<Suggestion> found =
                switch (scope) {
                    case BRAND -> names(brands, part);
                    case CATEGORY -> names(categories, part);
                    case ITEM -> items(part);
                    case PRICE -> List.of();
                };
        boolean writtenOut = found.stream().anyMatch(one -> one.name().equals(written.strip()));
        return writtenOut ? List.of() : found;
    }

    private static List<Suggestion> names(List<String> names, String part) {
        return names.stream()
                .filter(name -> has(name, part))
                .map(name -> new Suggestion(name, Optional.empty()))
                .limit(MOST)
                .toList();
    }

    private List<Suggestion> items(String part) {
        Optional<Item> named = catalogue.find(part);
        if (named.isPresent()) {
            return List.of(suggestion(named.get()));
        }
        return catalogue.items().stream()
                .filter(
                        item ->
                                has(item.id(), part)
                                        || item.title().filter(t -> has(t, part)).isPresent()
                                        || item.titleZh().filter(t -> has(t, part)).isPresent())
                .limit(MOST)
                .map(Completion::suggestion)
                .toList();
    }

    private static Suggestion suggestion(Item item) {
        return new Suggestion(item.id(), Optional.of(item));
    }

    private static boolean has(String name, String part) {
        return name.toLowerCase(Locale.ROOT).contains(part);
    }
}
