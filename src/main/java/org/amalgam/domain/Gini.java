package org.amalgam.domain;

import java.util.Arrays;

/** How unevenly something is spread (Gini 1912). */
public final class Gini {

    private Gini() {}

    /**
     * Gini coefficient of amounts over a population: 0 when all have the same, near 1 when few have
     * it all. 0 when nobody has anything.
     *
     * @param amounts of those who may have something; none is negative
     * @param population how many there are in all; those without an amount have nothing
     */
    public static double of(double[] amounts, int population) {
        double[] sorted = Arrays.stream(amounts).filter(amount -> amount > 0).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        double weighted = 0;
        double total = 0;
        for (int i = 0; i < sorted.length; i++) {
            long place = (long) population - sorted.length + i + 1;
            weighted += (2.0 * place - population - 1) * sorted[i];
            total += sorted[i];
        }
        return weighted / (population * total);
    }
}
