package org.amalgam.model.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;

/**
 * Items whose titles tell all: a series is of one brand (which the title does not name), a thing is
 * of one category, and a thing in a material has about one price.
 */
final class PlantedCatalogue {

    private static final List<String> BRANDS = List.of("Acme", "Folio", "Norda", "Pinnacle");
    private static final List<String> SERIES =
            List.of("dawn", "dusk", "noon", "mist", "frost", "gale", "tide", "ember");
    private static final List<String> THINGS = List.of("mug", "bowl", "lamp", "pen", "desk", "rug");
    private static final List<String> MATERIALS = List.of("tin", "oak", "steel", "silver", "gold");
    private static final List<String> CATEGORIES =
            List.of("Home > Kitchen", "Home > Light", "Office");

    private PlantedCatalogue() {}

    /** What the shop would say of each item if it said everything. */
    static List<Item> complete(int items, long seed) {
        Random random = new Random(seed);
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            // Uneven, so that the most frequent value is no matter of luck.
            int series = Math.min(random.nextInt(12), SERIES.size() - 1);
            int thing = Math.min(random.nextInt(9), THINGS.size() - 1);
            int material = random.nextInt(MATERIALS.size());
            String title =
                    SERIES.get(series) + " " + MATERIALS.get(material) + " " + THINGS.get(thing);
            double price = Math.exp(material + 0.01 * random.nextInt(20));
            all.add(
                    new Item(
                            i,
                            "i" + i,
                            Optional.of(title),
                            Optional.empty(),
                            Optional.of(BRANDS.get(series / 2)),
                            Optional.of(CATEGORIES.get(thing / 2)),
                            OptionalDouble.of(price)));
        }
        return all;
    }

    static Catalogue of(List<Item> items, UnaryOperator<Item> change) {
        return new Catalogue(items.stream().map(change).toList());
    }

    /** Leaves every attribute out of one item in ten each, of different items. */
    static Item withGaps(Item item) {
        return switch (item.index() % 10) {
            case 0 -> withBrand(item, Optional.empty());
            case 1 -> withCategory(item, Optional.empty());
            case 2 -> withPrice(item, OptionalDouble.empty());
            default -> item;
        };
    }

    static Item withTitle(Item item, Optional<String> title) {
        return new Item(
                item.index(),
                item.id(),
                title,
                item.titleZh(),
                item.brand(),
                item.category(),
                item.price());
    }

    static Item withBrand(Item item, Optional<String> brand) {
        return new Item(
                item.index(),
                item.id(),
                item.title(),
                item.titleZh(),
                brand,
                item.category(),
                item.price());
    }

    static Item withCategory(Item item, Optional<String> category) {
        return new Item(
                item.index(),
                item.id(),
                item.title(),
                item.titleZh(),
                item.brand(),
                category,
                item.price());
    }

    static Item withPrice(Item item, OptionalDouble price) {
        return new Item(
                item.index(),
                item.id(),
                item.title(),
                item.titleZh(),
                item.brand(),
                item.category(),
                price);
    }

    /** An item of which only the brand is known. */
    static Item onlyBrand(Item item) {
        return withBrand(Item.bare(item.index(), item.id()), item.brand());
    }
}
