package org.amalgam.simulate;

import java.util.Arrays;
import java.util.List;

/**
 * What the simulator itself holds likely to come next in a visit, before it draws: the best that
 * any ranker could know. It knows the shopper's true taste, favourites and price level, what the
 * visit is for, whether it trades up or down, what has been seen and what is in the cart; it does
 * not know what is not drawn yet: whether the shopper goes on or leaves, by which way the next item
 * is reached, a search on the way to it, and which items come into view. Everything not known is
 * mixed by its true chance.
 *
 * <p>Which of five items in view the shopper is drawn to has no closed form; its expectation is
 * expanded to the second order in the rivals' attractions. What a kind offers is worked out once a
 * visit. Uses no random numbers, so that it leaves the log as it is.
 */
final class Foresight {

    private final Shop shop;
    private final ClickModel clicks;
    private final double[] chances;
    private final double[] somewhere;
    private final double[][] toTaste;
    private Shopper shopper;
    private boolean somewhereKnown;

    Foresight(Shop shop, ClickModel clicks) {
        this.shop = shop;
        this.clicks = clicks;
        this.chances = new double[shop.products().size()];
        this.somewhere = new double[chances.length];
        this.toTaste = new double[shop.lines().size()][];
    }

    /** A visit of this shopper begins. */
    void begin(Shopper who) {
        shopper = who;
        somewhereKnown = false;
        Arrays.fill(toTaste, null);
    }

    /** Nothing is likely yet. */
    void clear() {
        Arrays.fill(chances, 0);
    }

    /** Gives one item a chance. */
    void add(int item, double chance) {
        chances[item] += chance;
    }

    /** Gives items already seen, the last one left out, equal parts of a chance. */
    void addBack(List<Integer> seen, double chance) {
        for (int i = 0; i < seen.size() - 1; i++) {
            chances[seen.get(i)] += chance / (seen.size() - 1);
        }
    }

    /** Gives the items of a kind a chance, as this shopper is drawn to them now. */
    void addKind(int kind, long now, double chance) {
        int[] items = shop.ofKind(kind);
        double[] drawn = toTaste(kind, now);
        for (int i = 0; i < items.length; i++) {
            chances[items[i]] += chance * drawn[i];
        }
    }

    /** Gives the items of favourite and of popular kinds a chance. */
    void addSomewhere(long now, double chance) {
        if (!somewhereKnown) {
            Arrays.fill(somewhere, 0);
            for (int place = 0; place < shopper.kinds().length; place++) {
                double share = Visit.FAVOURITE * Shopper.favouriteShare(place);
                addTo(somewhere, shopper.kinds()[place], now, share);
            }
            for (int kind = 0; kind < toTaste.length; kind++) {
                addTo(somewhere, kind, now, (1 - Visit.FAVOURITE) * shop.kindShare(kind, now));
            }
            somewhereKnown = true;
        }
        for (int item = 0; item < chances.length; item++) {
            chances[item] += chance * somewhere[item];
        }
    }

    private void addTo(double[] sums, int kind, long now, double share) {
        int[] items = shop.ofKind(kind);
        double[] drawn = toTaste(kind, now);
        for (int i = 0; i < items.length; i++) {
            sums[items[i]] += share * drawn[i];
        }
    }

    /** Rank of an item by its chance, from 1; equal chances share the mean of their ranks. */
    double rank(int item) {
        int above = 0;
        int equal = 0;
        for (double chance : chances) {
            above += chance > chances[item] ? 1 : 0;
            equal += chance == chances[item] ? 1 : 0;
        }
        return 1 + above + (equal - 1) / 2.0;
    }

    /** Chance of each item of a kind to be the one chosen; sums to 1 but for the expansion. */
    double[] toTaste(int kind, long now) {
        if (toTaste[kind] == null) {
            toTaste[kind] = chosen(shop.ofKind(kind), shop.pickChances(kind, now));
        }
        return toTaste[kind];
    }

    private double[] chosen(int[] items, double[] shown) {
        double[] attraction = new double[items.length];
        double mean = 0;
        double square = 0;
        for (int i = 0; i < items.length; i++) {
            if (shown[i] > 0) {
                attraction[i] = clicks.attraction(shopper, shop.product(items[i]));
                mean += shown[i] * attraction[i];
                square += shown[i] * attraction[i] * attraction[i];
            }
        }
        double[] chosen = new double[items.length];
        for (int position = 1; position <= Visit.IN_VIEW; position++) {
            double examined = clicks.examination(position);
            double rivals = 0;
            double rivalSquares = 0;
            for (int other = 1; other <= Visit.IN_VIEW; other++) {
                double weight = other == position ? 0 : clicks.examination(other);
                rivals += weight;
                rivalSquares += weight * weight;
            }
            double variance = (square - mean * mean) * rivalSquares;
            for (int i = 0; i < items.length; i++) {
                double own = attraction[i] * examined;
                double all = own + mean * rivals;
                chosen[i] += shown[i] * own * (1 / all + variance / (all * all * all));
            }
        }
        return chosen;
    }
}
