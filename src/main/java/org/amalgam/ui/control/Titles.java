package org.amalgam.ui.control;

import java.util.Optional;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Item;

/**
 * An item's titles in the order a reader wants them.
 *
 * @param first always there; the item's id when it has no title
 * @param second the other language's title, or else brand and category
 */
public record Titles(String first, String second) {

    /** Titles of an item, Chinese first when asked for. */
    public static Titles of(Item item, boolean chineseFirst) {
        Optional<String> wanted = chineseFirst ? item.titleZh() : item.title();
        Optional<String> other = chineseFirst ? item.title() : item.titleZh();
        String first = wanted.or(() -> other).orElse(item.id());
        String second =
                wanted.isPresent() && other.isPresent()
                        ? other.get()
                        : item.brand().or(item::category).orElse("");
        return new Titles(first, second);
    }

    /** Titles of a dense item number; its number when the catalogue does not hold it. */
    public static Titles of(Catalogue catalogue, int item, boolean chineseFirst) {
        return item < catalogue.size()
                ? of(catalogue.item(item), chineseFirst)
                : new Titles("#" + item, "");
    }
}
