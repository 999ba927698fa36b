package org.amalgam.feature;

import java.util.Arrays;
import org.amalgam.domain.Event;

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
        this.most = most;
        makeRoom(0);
    }

    LatestSteps copy() {
        LatestSteps other = new LatestSteps(most);
        other.items = items.clone();
        other.actions = actions.clone();
        other.millis = millis.clone();
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
        if (items == null) {
            int steps = Math.min(most, FIRST_ROOM);
            items = new int[steps];
            actions = new byte[steps];
            millis = new long[steps];
            return;
        }
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

    /** Writes the steps from number {@code from} on to where these arrays are to be filled. */
    void copyTo(int from, int[] toItems, byte[] toActions, long[] toMillis, int to) {
        for (int i = from; i < size; i++) {
            int at = at(i);
            toItems[to + i - from] = items[at];
            toActions[to + i - from] = actions[at];
            toMillis[to + i - from] = millis[at];
        }
    }
}
