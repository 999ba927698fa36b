package org.amalgam.fusion;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Cuts cases into folds, cases of one group staying together, for they depend on each other. The
 * same seed cuts the same way.
 */
final class Folds {

    private Folds() {}

    /** Cases to learn from, and others to judge by. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Split(int[] learn, int[] judge) {}

    /** All cases, in order. */
    static int[] all(KeptCases cases) {
        int[] all = new int[cases.size()];
        for (int index = 0; index < all.length; index++) {
            all[index] = index;
        }
        return all;
    }

    /**
     * Splits some cases so that each is judged in one split and learned from in the others. Splits
     * with nothing on one side are left out, so that there may be fewer than asked for.
     */
    static List<Split> of(KeptCases cases, int[] indices, int count, long seed) {
        Int2IntOpenHashMap foldOfGroup = new Int2IntOpenHashMap();
        SplittableRandom random = new SplittableRandom(seed);
        for (int index : indices) {
            int group = cases.group(index);
            if (!foldOfGroup.containsKey(group)) {
                foldOfGroup.put(group, random.nextInt(count));
            }
        }
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            IntArrayList learn = new IntArrayList();
            IntArrayList judge = new IntArrayList();
            for (int index : indices) {
                (foldOfGroup.get(cases.group(index)) == fold ? judge : learn).add(index);
            }
            if (!learn.isEmpty() && !judge.isEmpty()) {
                splits.add(new Split(learn.toIntArray(), judge.toIntArray()));
            }
        }
        return splits;
    }
}
