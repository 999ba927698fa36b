package org.amalgam.model.network;

import java.util.Arrays;

/**
 * Pairs of a target and another item's column that stands there as a target of the same sequence. A
 * column of another sequence is there by popularity, which a loss corrects for; these are there
 * because the shopper wants them. Taken for negatives like any other they teach a network to expect
 * nothing that a session has shown already: it ranks repeats too low.
 */
final class Companions {

    private int[] targets = new int[256];
    private int[] columns = new int[256];
    private int[] times = new int[256];
    private int size;

    // By sequence its first target, by target the next of the same sequence; −1 for none.
    private int[] first = new int[0];
    private int[] next = new int[0];

    void find(PackedBatch batch, Columns of) {
        size = 0;
        link(batch);
        for (int i = 0; i < batch.targetCount(); i++) {
            int from = size;
            for (int j = first[batch.sequence(i)]; j >= 0; j = next[j]) {
                if (of.ofTarget(j) != of.ofTarget(i)) {
                    add(i, of.ofTarget(j), from);
                }
            }
        }
    }

    private void link(PackedBatch batch) {
        if (first.length < batch.rowsAt(0)) {
            first = new int[2 * batch.rowsAt(0)];
        }
        if (next.length < batch.targetCount()) {
            next = new int[2 * batch.targetCount()];
        }
        Arrays.fill(first, -1);
        for (int i = batch.targetCount() - 1; i >= 0; i--) {
            next[i] = first[batch.sequence(i)];
            first[batch.sequence(i)] = i;
        }
    }

    /** Counts a column once more for a target whose pairs start at {@code from}. */
    private void add(int target, int column, int from) {
        for (int p = from; p < size; p++) {
            if (columns[p] == column) {
                times[p]++;
                return;
            }
        }
        if (size == targets.length) {
            targets = Arrays.copyOf(targets, 2 * size);
            columns = Arrays.copyOf(columns, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
        targets[size] = target;
        columns[size] = column;
        times[size++] = 1;
    }

    /** How many pairs there are. */
    int size() {
        return size;
    }

    int target(int pair) {
        return targets[pair];
    }

    int column(int pair) {
        return columns[pair];
    }

    /** How often the column's item is a target of the sequence, at least 1. */
    int times(int pair) {
        return times[pair];
    }
}
