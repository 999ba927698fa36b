package org.amalgam.model.gan;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.amalgam.domain.Session;
import org.amalgam.domain.TrainingSet;

/**
 * How much each item was wanted since it came up, measured on the log's own clock: its events after
 * the first, out of all events after that. An item that has been there for long and was hardly ever
 * wanted is not new, and a new one with three events within days is in demand; their counts alone
 * are the same.
 *
 * <p>Each item's rate is taken to be drawn from one gamma distribution and its events to come at
 * that rate, so that an item with e events among E has the rate (e + a) / (E + b) on average
 * (Gamma–Poisson; empirical Bayes, e.g. Efron and Hastie, Computer Age Statistical Inference, 2016,
 * section 6.1). The two numbers a and b fit the mean and the variance of all items' events.
 */
public final class Demand {

    private final int[] counts;
    private final int[] firsts;
    private final int events;
    private final double shape;
    private final double inverseScale;

    private Demand(int[] counts, int[] firsts, int events, double shape, double inverseScale) {
        this.counts = counts;
        this.firsts = firsts;
        this.events = events;
        this.shape = shape;
        this.inverseScale = inverseScale;
    }

    /** Of items of which no more is known than how often they occurred; all have one rate. */
    static Demand countsOnly(int[] counts) {
        return new Demand(
                counts,
                new int[counts.length],
                0,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /** Of events in order of time; {@code items} are their dense numbers. */
    public static Demand of(int itemCount, IntArrayList items) {
        int[] counts = new int[itemCount];
        int[] firsts = new int[itemCount];
        for (int n = 0; n < items.size(); n++) {
            int item = items.getInt(n);
            if (counts[item]++ == 0) {
                firsts[item] = n;
            }
        }
        return fit(counts, firsts, items.size());
    }

    private static Demand fit(int[] counts, int[] firsts, int events) {
        double wanted = 0;
        double exposed = 0;
        double squares = 0;
        for (int item = 0; item < counts.length; item++) {
            double exposure = exposure(counts[item], firsts[item], events);
            wanted += later(counts[item]);
            exposed += exposure;
            squares += exposure * exposure;
        }
        double mean = exposed == 0 ? 0 : wanted / exposed;
        double excess = -wanted;
        for (int item = 0; item < counts.length; item++) {
            double expected = mean * exposure(counts[item], firsts[item], events);
            excess += Math.pow(later(counts[item]) - expected, 2);
        }
        // Without variance beyond chance all items have one rate.
        if (excess <= 0 || mean == 0) {
            return countsOnly(counts);
        }
        double shape = mean * mean * squares / excess;
        return new Demand(counts, firsts, events, shape, shape / mean);
    }

    /** Of the sessions' steps, session by session. */
    static Demand of(TrainingSet data) {
        IntArrayList items = new IntArrayList();
        for (Session session : data.sessions()) {
            for (int t = 0; t < session.steps().length(); t++) {
                items.add(session.steps().item(t));
            }
        }
        return of(data.itemCount(), items);
    }

    private static double later(int count) {
        return Math.max(0, count - 1);
    }

    private static double exposure(int count, int first, int events) {
        return count == 0 ? 0 : events - 1.0 - first;
    }

    /** How often each item occurred, by dense number. */
    int[] counts() {
        return counts;
    }

    /**
     * The logarithm of how much more the item is wanted than one of which nothing is known; 0 for
     * an item that has not come up yet.
     */
    double logRate(int item) {
        if (Double.isInfinite(shape)) {
            return 0;
        }
        double exposure = exposure(counts[item], firsts[item], events);
        double wanted = (later(counts[item]) + shape) / shape;
        return Math.log(wanted / ((exposure + inverseScale) / inverseScale));
    }
}
