package org.amalgam.domain.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;
import org.amalgam.domain.PriceBand;

/** Which items a rule is about. An item of which the catalogue does not say is in no such scope. */
public sealed interface RuleScope {

    /** Whether the item is in it. */
    boolean contains(Item item);

    /** For a person: {@code item p-1}, {@code brand Acme}, {@code price from 12.75}. */
    String text();

    /** Whether the catalogue has any item of it. */
    default boolean isKnownTo(Catalogue catalogue) {
        return catalogue.items().stream().anyMatch(this::contains);
    }

    /**
     * One item.
     *
     * @param id the source's own
     */
    record OneItem(String id) implements RuleScope {

        public OneItem {
            requireText(id, "item");
        }

        @Override
        public boolean contains(Item item) {
            return item.id().equals(id);
        }

        @Override
        public boolean isKnownTo(Catalogue catalogue) {
            return catalogue.find(id).isPresent();
        }

        @Override
        public String text() {
            return "item " + id;
        }
    }

    /** All items of a brand, written as the catalogue writes it. */
    record Brand(String name) implements RuleScope {

        public Brand {
            requireText(name, "brand");
        }

        @Override
        public boolean contains(Item item) {
            return item.brand().filter(name::equals).isPresent();
        }

        @Override
        public String text() {
            return "brand " + name;
        }
    }

    /**
     * All items of a category and of those below it.
     *
     * @param path its levels, from the top, divided by {@code >}, {@code /}, {@code |} or a dot
     */
    record Category(String path) implements RuleScope {

        private static final Pattern DIVIDER = Pattern.compile("[>/|.]");

        public Category {
            requireText(path, "category");
        }

        @Override
        public boolean contains(Item item) {
            List<String> asked = levels(path);
            List<String> own = item.category().map(Category::levels).orElse(List.of());
            return !asked.isEmpty()
                    && own.size() >= asked.size()
                    && own.subList(0, asked.size()).equals(asked);
        }

        /** The names from the top of the tree down. */
        public static List<String> levels(String path) {
            return Stream.of(DIVIDER.split(path, -1))
                    .map(String::strip)
                    .filter(level -> !level.isEmpty())
                    .toList();
        }

        @Override
        public String text() {
            return "category " + path;
        }
    }

    /** All items of a price within a band. */
    record Prices(PriceBand band) implements RuleScope {

        public Prices {
            requireNonNull(band, "band");
        }

        @Override
        public boolean contains(Item item) {
            return item.price().isPresent() && band.contains(item.price().getAsDouble());
        }

        @Override
        public String text() {
            return "price " + band.text();
        }
    }

    private static void requireText(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a rule's " + what + " is blank");
        }
    }
}
