package org.amalgam.domain;

import java.util.Arrays;
import java.util.List;

/**
 * Steps of one user, oldest first: which item, what was done with it, and how long after the step
 * before. Immutable; T = {@link #length()} ≥ 0.
 */
public final class ItemSequence {

    /** The gap of a step whose log carries no times. */
    public static final float UNKNOWN_GAP = -1f;

    private static final ItemSequence EMPTY =
            new ItemSequence(new int[0], new byte[0], new float[0], 0, 0);

    private final int[] items;
    private final byte[] actions;
    private final float[] gapSeconds;
    private final int from;
    private final int length;

    private ItemSequence(int[] items, byte[] actions, float[] gapSeconds, int from, int length) {
        this.items = items;
        this.actions = actions;
        this.gapSeconds = gapSeconds;
        this.from = from;
        this.length = length;
    }

    public static ItemSequence empty() {
        return EMPTY;
    }

    /** Views without known times, as in logs that keep only the order. */
    public static ItemSequence ofViews(int... items) {
        float[] gaps = new float[items.length];
        Arrays.fill(gaps, UNKNOWN_GAP);
        return new ItemSequence(items.clone(), new byte[items.length], gaps, 0, items.length);
    }

    /** The steps of time-ordered events; the first one's gap is unknown. */
    public static ItemSequence of(List<Event> events) {
        int n = events.size();
        int[] items = new int[n];
        byte[] actions = new byte[n];
        long[] millis = new long[n];
        for (int i = 0; i < n; i++) {
            Event event = events.get(i);
            items[i] = event.item();
            actions[i] = (byte) event.action().code();
            millis[i] = event.time().toEpochMilli();
        }
        return at(items, actions, millis);
    }

    /**
     * Steps at these times; the first one's gap is unknown. Takes the first two arrays over.
     *
     * @param items dense item numbers
     * @param actions by {@link Action#code()}
     * @param millis since the epoch, ascending
     */
    public static ItemSequence at(int[] items, byte[] actions, long[] millis) {
        float[] gaps = new float[items.length];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = i == 0 ? UNKNOWN_GAP : (millis[i] - millis[i - 1]) / 1000f;
        }
        return new ItemSequence(items, actions, gaps, 0, gaps.length);
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** Dense item number of step i, 0 ≤ i &lt; length. */
    public int item(int i) {
        return items[from + check(i)];
    }

    public Action action(int i) {
        return Action.ofCode(actions[from + check(i)]);
    }

    /** Seconds since the step before, ≥ 0, or {@link #UNKNOWN_GAP}. */
    public float gapSeconds(int i) {
        return gapSeconds[from + check(i)];
    }

    /**
     * Seconds from the first step to step i, ≥ 0; unknown gaps count as none.
     *
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public double secondsUntil(int i) {
        check(i);
        double seconds = 0;
        for (int step = 1; step <= i; step++) {
            seconds += Math.max(0, gapSeconds[from + step]);
        }
        return seconds;
    }

    public int lastItem() {
        return item(length - 1);
    }

    /** The first n steps, sharing this sequence's storage. */
    public ItemSequence prefix(int n) {
        return slice(0, n);
    }

    /** The last n steps, or all when there are fewer, sharing this sequence's storage. */
    public ItemSequence tail(int n) {
        int kept = Math.min(n, length);
        return slice(length - kept, kept);
    }

    /**
     * The same without any step of this item. A step after one that is left out follows the one
     * before that, by both gaps; unknown if one of them is.
     */
    public ItemSequence withoutItem(int item) {
        int[] keptItems = new int[length];
        byte[] keptActions = new byte[length];
        float[] keptGaps = new float[length];
        int kept = 0;
        float skipped = 0;
        for (int i = 0; i < length; i++) {
            float gap = joined(skipped, gapSeconds[from + i]);
            if (items[from + i] == item) {
                skipped = gap;
            } else {
                keptItems[kept] = items[from + i];
                keptActions[kept] = actions[from + i];
                keptGaps[kept++] = gap;
                skipped = 0;
            }
        }
        return new ItemSequence(keptItems, keptActions, keptGaps, 0, kept);
    }

    /** One gap after the other, in seconds; unknown if one of them is. */
    static float joined(float one, float other) {
        return one < 0 || other < 0 ? UNKNOWN_GAP : one + other;
    }

    private ItemSequence slice(int start, int count) {
        if (start < 0 || count < 0 || start + count > length) {
            throw new IndexOutOfBoundsException(count + " of " + length + " steps from " + start);
        }
        return new ItemSequence(items, actions, gapSeconds, from + start, count);
    }

    private int check(int i) {
        if (i < 0 || i >= length) {
            throw new IndexOutOfBoundsException("step " + i + " of " + length);
        }
        return i;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemSequence that
                && Arrays.equals(
                        items, from, from + length, that.items, that.from, that.from + that.length)
                && Arrays.equals(
                        actions,
                        from,
                        from + length,
                        that.actions,
                        that.from,
                        that.from + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + items[from + i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return "ItemSequence" + Arrays.toString(Arrays.copyOfRange(items, from, from + length));
    }
}
