package org.amalgam.ui.catalogue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.amalgam.domain.Item;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.i18n.Messages;

/** How the catalogue screen writes numbers and names, in the language chosen now. */
final class CatalogueWords {

    /** What stands for a number that there is not. */
    static final String NONE = "–";

    private final Messages messages;

    CatalogueWords(Messages messages) {
        this.messages = messages;
    }

    Messages messages() {
        return messages;
    }

    String title(Item item) {
        return Titles.of(item, messages.chinese()).first();
    }

    String count(long count) {
        return String.format(messages.locale(), "%,d", count);
    }

    /** Times shown: whole, but weighted sums with one digit after the point. */
    String shown(double shown, Measure measure) {
        String pattern = measure == Measure.WEIGHTED ? "%,.1f" : "%,.0f";
        return String.format(messages.locale(), pattern, shown);
    }

    /** {@code 2.4×}. */
    String ratio(OptionalDouble ratio) {
        return ratio.isEmpty()
                ? NONE
                : String.format(
                        messages.locale(),
                        ratio.getAsDouble() >= 100 ? "%,.0f×" : "%.2f×",
                        ratio.getAsDouble());
    }

    /** {@code 2.4}, for columns whose head says what it is. */
    String plainRatio(OptionalDouble ratio) {
        return ratio(ratio).replace("×", "");
    }

    String price(OptionalDouble price) {
        return price.isEmpty()
                ? NONE
                : String.format(messages.locale(), "%,.2f", price.getAsDouble());
    }

    String percent(double share) {
        return String.format(messages.locale(), "%.1f %%", 100 * share);
    }

    String known(Optional<String> word) {
        return word.orElse(NONE);
    }

    /** A group's name, of those that have none too. */
    String name(ExposureGroup group) {
        return group.rest() > 0
                ? messages.get("catalogue.group-rest", group.rest())
                : group.name().orElseGet(() -> messages.get("catalogue.group-none"));
    }
}
