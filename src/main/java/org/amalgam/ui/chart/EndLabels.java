package org.amalgam.ui.chart;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Places labels beside the ends of lines: as near as possible to where each line ends, in the same
 * order, without overlap.
 */
public final class EndLabels {

    private EndLabels() {}

    /**
     * The labels' centres.
     *
     * @param wanted centre each label would like, in pixels
     * @param height of one label
     * @param top upper end of the room; labels are squeezed evenly when they do not all fit
     * @param bottom lower end of the room
     * @return centres in the order of {@code wanted}
     */
    public static double[] place(double[] wanted, double height, double top, double bottom) {
        int n = wanted.length;
        if (n == 0) {
            return new double[0];
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
        double step = Math.min(height, (bottom - top) / n);
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = wanted[order[i]];
        }
        spread(sorted, step);
        double lowest = bottom - step / 2;
        double highest = top + step / 2;
        for (int i = 0; i < n; i++) {
            sorted[i] = Math.max(sorted[i], highest + i * step);
        }
        for (int i = n - 1; i >= 0; i--) {
            sorted[i] = Math.min(sorted[i], lowest - (n - 1 - i) * step);
        }
        double[] places = new double[n];
        for (int i = 0; i < n; i++) {
            places[order[i]] = sorted[i];
        }
        return places;
    }

    /** Pools neighbours that collide around their mean: the least-squares places (isotonic). */
    private static void spread(double[] sorted, double step) {
        int n = sorted.length;
        double[] mean = new double[n];
        int[] count = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            mean[blocks] = sorted[i] - i * step;
            count[blocks++] = 1;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                int both = count[blocks - 2] + count[blocks - 1];
                mean[blocks - 2] =
                        (mean[blocks - 2] * count[blocks - 2]
                                        + mean[blocks - 1] * count[blocks - 1])
                                / both;
                count[blocks - 2] = both;
                blocks--;
            }
        }
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            for (int k = 0; k < count[block]; k++, at++) {
                sorted[at] = mean[block] + at * step;
            }
        }
    }
}
