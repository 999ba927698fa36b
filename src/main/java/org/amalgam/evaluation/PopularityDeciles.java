package org.amalgam.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Items by how popular they were in training, in ten parts of equal shares of the training
 * interactions: the first decile holds the few items that got the first tenth, the last one the
 * long tail. Items of equal counts stay together, in the decile in which the middle of their block
 * lies, so that no item number decides; shares are therefore only nearly equal. Immutable.
 */
public final class PopularityDeciles {

    /** How many parts there are. */
    public static final int COUNT = 10;

    private final int[] decile;

    /**
     * @param counts how often each item occurred in training
     */
    public PopularityDeciles(int[] counts) {
        decile = new int[counts.length];
        long total = Arrays.stream(counts).asLongStream().sum();
        int[] items =
                IntStream.range(0, counts.length)
                        .filter(item -> counts[item] > 0)
                        .boxed()
                        .sorted(Comparator.comparingInt(item -> -counts[item]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long before = 0;
        for (int from = 0; from < items.length; ) {
            int to = from;
            while (to < items.length && counts[items[to]] == counts[items[from]]) {
                to++;
            }
            long block = (long) (to - from) * counts[items[from]];
            double middle = (before + block / 2.0) / total;
            Arrays.stream(items, from, to)
                    .forEach(item -> decile[item] = 1 + (int) (middle * COUNT));
            before += block;
            from = to;
        }
    }

    /** 1 for the most popular to 10; empty for an item that training never saw. */
    public OptionalInt of(int item) {
        return item >= decile.length || decile[item] == 0
                ? OptionalInt.empty()
                : OptionalInt.of(decile[item]);
    }
}
