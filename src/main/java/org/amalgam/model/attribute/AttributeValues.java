package org.amalgam.model.attribute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Attribute;
import org.amalgam.domain.Item;
import org.amalgam.domain.PriceBand;
import org.amalgam.model.content.ItemTokens;
import org.amalgam.model.content.PriceBins;

/**
 * An attribute's values as some items have them, numbered as classes: brands and category paths
 * regardless of case, prices in {@value #BANDS} bands. Immutable.
 */
final class AttributeValues {

    private static final int BANDS = 5;

    private final Attribute attribute;
    private final PriceBins bands;
    private final Map<String, Integer> classes = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private AttributeValues(Attribute attribute, PriceBins bands, Collection<Item> items) {
        this.attribute = attribute;
        this.bands = bands;
        for (Item item : items) {
            if (known(attribute, item) && classes.putIfAbsent(key(item), classes.size()) == null) {
                keys.add(key(item));
                names.add(name(item));
            }
        }
    }

    /** The values of training items; each price band holds about as many of them. */
    static AttributeValues of(Attribute attribute, List<Item> training) {
        return new AttributeValues(attribute, PriceBins.of(training, BANDS), training);
    }

    /** The values of other items, in the same price bands. */
    AttributeValues ofItems(List<Item> items) {
        return new AttributeValues(attribute, bands, items);
    }

    /** Whether the item has a value at all. */
    static boolean known(Attribute attribute, Item item) {
        return switch (attribute) {
            case BRAND -> item.brand().filter(brand -> !brand.isBlank()).isPresent();
            case CATEGORY -> !ItemTokens.categories(item).isEmpty();
            case PRICE_BAND -> item.price().isPresent();
        };
    }

    /** What tells the value of an item that has one from any other value. */
    String key(Item item) {
        return switch (attribute) {
            case BRAND -> ItemTokens.brand(item).get(0);
            case CATEGORY -> {
                List<String> levels = ItemTokens.categories(item);
                yield levels.get(levels.size() - 1);
            }
            case PRICE_BAND -> Integer.toString(bands.bin(item.price().getAsDouble()));
        };
    }

    /** Whether the item's titles name its value, all words of it; asked of brands alone. */
    boolean told(Item item) {
        List<String> words = ItemTokens.brandWords(item);
        return attribute == Attribute.BRAND
                && !words.isEmpty()
                && ItemTokens.words(item).containsAll(words);
    }

    private String name(Item item) {
        return switch (attribute) {
            case BRAND -> item.brand().orElseThrow().strip();
            case CATEGORY -> item.category().orElseThrow().strip();
            case PRICE_BAND -> bands.band(bands.bin(item.price().getAsDouble())).text();
        };
    }

    int count() {
        return names.size();
    }

    /** The item's class; −1 when it has none or one that none of these items has. */
    int classOf(Item item) {
        return known(attribute, item) ? classes.getOrDefault(key(item), -1) : -1;
    }

    String key(int number) {
        return keys.get(number);
    }

    /** As the first item of the class writes it; of a band its range. */
    String name(int number) {
        return names.get(number);
    }

    /** The class as a range of prices. */
    Optional<PriceBand> band(int number) {
        return attribute == Attribute.PRICE_BAND
                ? Optional.of(bands.band(Integer.parseInt(key(number))))
                : Optional.empty();
    }
}
