package org.amalgam.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is told of an item besides its titles, as something that can be guessed. */
public enum Attribute {
    BRAND,
    /** The whole category path. */
    CATEGORY,
    /** Which fifth of the prices learned from an item's price lies in. */
    PRICE_BAND;

    /** For reports: lower case, words apart. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The attribute with this label. */
    public static Optional<Attribute> ofLabel(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
