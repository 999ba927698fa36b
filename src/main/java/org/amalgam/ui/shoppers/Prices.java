package org.amalgam.ui.shoppers;

import java.text.NumberFormat;
import java.util.Locale;
import org.amalgam.domain.Item;

/** Prices as a language writes numbers; logs do not tell the currency. */
final class Prices {

    private Prices() {}

    /** Empty when it is not known. */
    static String of(Item item, Locale locale) {
        if (item.price().isEmpty()) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(item.price().getAsDouble());
    }
}
