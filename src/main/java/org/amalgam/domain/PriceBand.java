package org.amalgam.domain;

import java.util.Locale;

/**
 * A range of prices.
 *
 * @param from the least price within, ≥ 0
 * @param below the least price beyond it; infinite in the highest band
 */
public record PriceBand(double from, double below) {

    public PriceBand {
        if (!(from >= 0 && below > from && from < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("prices from " + from + " to below " + below);
        }
    }

    public boolean contains(double price) {
        return price >= from && price < below;
    }

    /** For a person: {@code below 2.10}, {@code 2.10 to 4.95}, {@code from 12.75}. */
    public String text() {
        if (Double.isInfinite(below)) {
            return from == 0 ? "any" : String.format(Locale.ROOT, "from %.2f", from);
        }
        return from == 0
                ? String.format(Locale.ROOT, "below %.2f", below)
                : String.format(Locale.ROOT, "%.2f to %.2f", from, below);
    }
}
