package org.amalgam.model.gan;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.amalgam.model.content.ContentVectors;

/**
 * Which items teach, which stand in for new ones on validation, and which are new.
 *
 * @param train warm items from which rows are learned
 * @param held warm items kept out of learning, a tenth
 * @param cold items with content and too little history
 */
@SuppressWarnings("ArrayRecordComponent") // read only, never compared
record ColdSplit(int[] train, int[] held, int[] cold) {

    /** Items with fewer training events are cold. */
    static final int WARM_EVENTS = 5;

    private static final int HELD_SHARE = 10;

    static ColdSplit of(ContentVectors content, int[] counts, long seed) {
        int[] warm =
                IntStream.range(0, counts.length)
                        .filter(item -> content.has(item) && counts[item] >= WARM_EVENTS)
                        .toArray();
        shuffle(warm, new SplittableRandom(seed));
        int held = warm.length / HELD_SHARE;
        return new ColdSplit(
                IntStream.of(warm).skip(held).sorted().toArray(),
                IntStream.of(warm).limit(held).sorted().toArray(),
                IntStream.range(0, counts.length)
                        .filter(item -> content.has(item) && counts[item] < WARM_EVENTS)
                        .toArray());
    }

    static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    /** For each item whether it is in this list. */
    static boolean[] mark(int[] list, int items) {
        boolean[] marked = new boolean[items];
        for (int item : list) {
            marked[item] = true;
        }
        return marked;
    }
}
