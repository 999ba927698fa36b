package org.amalgam.evaluation;

import java.util.Arrays;
import org.amalgam.domain.Gini;

/**
 * Which items one ranker's top lists showed, how often, and how popular they are. One thread makes
 * all calls.
 */
public final class Exposure {

    private final int[] popularity;
    private final long popularityTotal;
    private final int[] shown;
    private long slots;
    private int distinct;
    private double surprise;
    private double popularityShown;

    /**
     * Begins with nothing shown.
     *
     * @param popularity how often each item occurred in training; copied
     */
    public Exposure(int[] popularity) {
        this.popularity = popularity.clone();
        this.popularityTotal = Arrays.stream(popularity).asLongStream().sum();
        this.shown = new int[popularity.length];
    }

    /** Another that has counted the same, and goes on apart from this one. */
    Exposure copy() {
        Exposure other = new Exposure(popularity);
        System.arraycopy(shown, 0, other.shown, 0, shown.length);
        other.slots = slots;
        other.distinct = distinct;
        other.surprise = surprise;
        other.popularityShown = popularityShown;
        return other;
    }

    /** Counts one list. */
    public void add(int[] top) {
        for (int item : top) {
            distinct += shown[item] == 0 ? 1 : 0;
            shown[item]++;
            slots++;
            popularityShown += popularity[item];
            surprise -= Math.log(probability(item)) / Math.log(2);
        }
    }

    /** Add-one smoothed, as an item never seen before would surprise infinitely. */
    private double probability(int item) {
        return (popularity[item] + 1.0) / (popularityTotal + popularity.length);
    }

    /** Share of the candidates shown at least once; 0 without candidates. */
    public double coverage(int candidates) {
        return candidates == 0 ? 0 : (double) distinct / candidates;
    }

    /**
     * Gini coefficient of exposure over the candidates: 0 when all are shown equally often, near 1
     * when few get it all. 0 before anything was shown.
     *
     * @param candidates how many there are; items never shown among them count
     */
    public double gini(int candidates) {
        return candidates == 0
                ? 0
                : Gini.of(Arrays.stream(shown).asDoubleStream().toArray(), candidates);
    }

    /** Mean −log₂ p over everything shown, in bits; 0 before anything was shown. */
    public double novelty() {
        return slots == 0 ? 0 : surprise / slots;
    }

    /** Mean training count of what was shown; 0 before anything was shown. */
    public double meanPopularity() {
        return slots == 0 ? 0 : popularityShown / slots;
    }
}
