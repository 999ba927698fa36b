package org.amalgam.model.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The items a batch is scored against, each once: its own targets first, then shared sampled
 * negatives; with how often each was a target and how often it was drawn.
 */
final class Columns {

    private final int[] slots;
    private int[] items = new int[64];
    private int[] asTarget = new int[64];
    private int[] drawn = new int[64];
    private int[] ofTarget = new int[0];
    private int size;
    private final Companions companions = new Companions();

    Columns(int itemCount) {
        this.slots = new int[itemCount];
    }

    /** Chooses the columns of a batch. */
    void select(
            PackedBatch batch, NegativeSampler sampler, int negatives, SplittableRandom random) {
        for (int c = 0; c < size; c++) {
            slots[items[c]] = 0;
        }
        size = 0;
        if (ofTarget.length < batch.targetCount()) {
            ofTarget = new int[batch.targetCount() * 2];
        }
        for (int i = 0; i < batch.targetCount(); i++) {
            int column = column(batch.target(i));
            ofTarget[i] = column;
            asTarget[column]++;
        }
        for (int i = 0; i < negatives; i++) {
            // Apart, for column() may replace the array.
            int column = column(sampler.draw(random));
            drawn[column]++;
        }
        companions.find(batch, this);
    }

    private int column(int item) {
        if (slots[item] == 0) {
            if (size == items.length) {
                items = Arrays.copyOf(items, 2 * size);
                asTarget = Arrays.copyOf(asTarget, 2 * size);
                drawn = Arrays.copyOf(drawn, 2 * size);
            }
            items[size] = item;
            asTarget[size] = 0;
            drawn[size] = 0;
            slots[item] = ++size;
        }
        return slots[item] - 1;
    }

    /** Pairs of a target and a column that the target's own sequence put here. */
    Companions companions() {
        return companions;
    }

    int size() {
        return size;
    }

    int item(int column) {
        return items[column];
    }

    /** How often the column's item is a target of the batch. */
    int timesTarget(int column) {
        return asTarget[column];
    }

    /** How often the column's item was drawn as a negative. */
    int timesDrawn(int column) {
        return drawn[column];
    }

    /** The column of the batch's target i. */
    int ofTarget(int i) {
        return ofTarget[i];
    }
}
