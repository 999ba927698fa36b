package org.amalgam.feature;

import java.util.Arrays;
import org.amalgam.domain.Event;
import org.amalgam.domain.ItemSequence;

/**
 * The latest steps of one user, oldest first, 13 bytes a step: there are millions of users. Not
 * thread-safe.
 */
final class LatestSteps {

    private static final int FIRST_ROOM = 4;

    private final int most;
    private int[] items;
    private byte[] actions;
    private long[] millis;
    private int first;
    private int size;

    /**
     * @param most steps kept, ≥ 0
     */
    LatestSteps(int most) {
        this(
                most,
                new int[Math.min(most, FIRST_ROOM)],
                new byte[Math.min(most, FIRST_ROOM)],
                new long[Math.min(most, FIRST_ROOM)]);
    }

    private LatestSteps(int most, int[] items, byte[] actions, long[] millis) {
        this.most = most;
        this.items = items;
        this.actions = actions;
        this.millis = millis;
    }

    LatestSteps copy() {
        LatestSteps other = new LatestSteps(most, items.clone(), actions.clone(), millis.clone());
        other.first = first;
        other.size = size;
        return other;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Time of the latest step, in milliseconds. There must be one. */
    long lastMillis() {
        return millis[at(size - 1)];
    }

    void add(Event event) {
        add(event.item(), (byte) event.action().code(), event.time().toEpochMilli());
    }

    /** Adds all of another's. */
    void addAll(LatestSteps other) {
        for (int i = 0; i < other.size; i++) {
            int at = other.at(i);
            add(other.items[at], other.actions[at], other.millis[at]);
        }
    }

    private void add(int item, byte action, long time) {
        if (most == 0) {
            return;
        }
        if (size == most) {
            first = at(1);
            size--;
        } else if (size == items.length) {
            makeRoom(Math.min(most, 2 * size));
        }
        int at = at(size++);
        items[at] = item;
        actions[at] = action;
        millis[at] = time;
    }

    private void makeRoom(int room) {
        // Full, and never wrapped round before it is as long as can be.
        items = Arrays.copyOf(items, room);
        actions = Arrays.copyOf(actions, room);
        millis = Arrays.copyOf(millis, room);
    }

    private int at(int index) {
        int at = first + index;
        return at < items.length ? at : at - items.length;
    }

    void clear() {
        first = 0;
        size = 0;
    }

    /** The latest of one and then of the other, so many each. */
    static ItemSequence joined(LatestSteps earlier, int ofEarlier, LatestSteps later, int ofLater) {
        int[] items = new int[ofEarlier + ofLater];
        byte[] actions = new byte[items.length];
        long[] millis = new long[items.length];
        earlier.copyLatest(ofEarlier, items, actions, millis, 0);
        later.copyLatest(ofLater, items, actions, millis, ofEarlier);
        return ItemSequence.at(items, actions, millis);
    }

    private void copyLatest(int count, int[] toItems, byte[] toActions, long[] toMillis, int to) {
        for (int i = 0; i < count; i++) {
            int at = at(size - count + i);
            toItems[to + i] = items[at];
            toActions[to + i] = actions[at];
            toMillis[to + i] = millis[at];
        }
    }

    /** All of them. */
    ItemSequence sequence() {
        return joined(this, size, this, 0);
    }
}
