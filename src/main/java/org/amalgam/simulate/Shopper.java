package org.amalgam.simulate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/** One shopper: a taste that drifts, and what is going on in their life as a customer. */
final class Shopper {

    /** Kinds a shopper comes back to. */
    static final int FAVOURITES = 4;

    private static final double[] FAVOURITE_SHARES = {0.45, 0.27, 0.17, 0.11};
    private static final double[] FAVOURITE_SUMS = Draws.runningSums(FAVOURITE_SHARES);

    private record Due(int item, long time) {}

    private final String id;
    private final boolean chinese;
    private final double activity;
    private final long joins;
    private final double level;
    private final float[] taste;
    private final int[] kinds;
    private final int[] brands;
    private final List<Due> toRepeat = new ArrayList<>(2);
    private int week;
    private long busyUntil;
    private int pendingKind = -1;

    Shopper(
            String id,
            boolean chinese,
            double activity,
            long joins,
            double level,
            float[] taste,
            int[] kinds,
            int[] brands) {
        this.id = id;
        this.chinese = chinese;
        this.activity = activity;
        this.joins = joins;
        this.level = level;
        this.taste = taste;
        this.kinds = kinds;
        this.brands = brands;
    }

    /** One of the favourite kinds, the first ones more often. */
    int favouriteKind(Draws draws) {
        return kinds[draws.weighted(FAVOURITE_SUMS)];
    }

    /** How often a favourite kind is the one at this place; over all places 1. */
    static double favouriteShare(int place) {
        return FAVOURITE_SHARES[place];
    }

    boolean likesKind(int kind) {
        return contains(kinds, kind);
    }

    boolean likesBrand(int brand) {
        return contains(brands, brand);
    }

    private static boolean contains(int[] values, int value) {
        for (int other : values) {
            if (other == value) {
                return true;
            }
        }
        return false;
    }

    /** Puts a new kind in the place of a favourite one; returns the old one. */
    int replaceKind(int place, int kind) {
        int old = kinds[place];
        kinds[place] = kind;
        return old;
    }

    void buysAgain(int item, long time) {
        toRepeat.removeIf(due -> due.item() == item);
        toRepeat.add(new Due(item, time));
    }

    /** Takes what is due for another purchase. */
    OptionalInt takeDue(long time) {
        for (Iterator<Due> all = toRepeat.iterator(); all.hasNext(); ) {
            Due due = all.next();
            if (due.time() <= time) {
                all.remove();
                return OptionalInt.of(due.item());
            }
        }
        return OptionalInt.empty();
    }

    /** Takes the kind that goes with the last purchase; −1 for none. */
    int takePendingKind() {
        int kind = pendingKind;
        pendingKind = -1;
        return kind;
    }

    void setPendingKind(int kind) {
        pendingKind = kind;
    }

    String id() {
        return id;
    }

    boolean chinese() {
        return chinese;
    }

    double activity() {
        return activity;
    }

    long joins() {
        return joins;
    }

    double level() {
        return level;
    }

    float[] taste() {
        return taste;
    }

    int[] kinds() {
        return kinds;
    }

    int[] brands() {
        return brands;
    }

    int week() {
        return week;
    }

    void setWeek(int week) {
        this.week = week;
    }

    long busyUntil() {
        return busyUntil;
    }

    void setBusyUntil(long time) {
        busyUntil = time;
    }
}
