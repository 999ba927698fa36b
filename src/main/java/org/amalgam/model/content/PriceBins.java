package org.amalgam.model.content;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.amalgam.domain.Item;
import org.amalgam.domain.PriceBand;

/** Cuts prices into bins that hold about as many items each. Immutable. */
public final class PriceBins {

    private final double[] bounds;

    private PriceBins(double[] bounds) {
        this.bounds = bounds;
    }

    /**
     * The quantiles of the items' prices; where many cost the same there are fewer bins.
     *
     * @param count bins at most, ≥ 1
     */
    public static PriceBins of(List<Item> items, int count) {
        double[] prices =
                items.stream()
                        .map(Item::price)
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .sorted()
                        .toArray();
        double[] bounds = new double[prices.length == 0 ? 0 : count - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = prices[(int) ((long) prices.length * (i + 1) / count)];
        }
        return new PriceBins(Arrays.stream(bounds).distinct().toArray());
    }

    /** The bin of a price, from 0, in order of price. */
    public int bin(double price) {
        int bin = 0;
        while (bin < bounds.length && price >= bounds[bin]) {
            bin++;
        }
        return bin;
    }

    /** The bin of an item's price as a term; none without a price. */
    public List<String> term(Item item) {
        return item.price().isPresent()
                ? List.of(Integer.toString(bin(item.price().getAsDouble())))
                : List.of();
    }

    /** The prices of a bin. */
    public PriceBand band(int bin) {
        return new PriceBand(
                bin == 0 ? 0 : bounds[bin - 1],
                bin == bounds.length ? Double.POSITIVE_INFINITY : bounds[bin]);
    }

    /** How many bins there are. */
    public int count() {
        return bounds.length + 1;
    }
}
