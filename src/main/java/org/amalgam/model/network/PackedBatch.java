package org.amalgam.model.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.amalgam.domain.ItemSequence;

/**
 * Sequences laid out step by step, longest first, without padding: the rows of step t are
 * contiguous, and row k of step t continues row k of step t − 1. Immutable but for its arrays,
 * which nobody writes to.
 */
public final class PackedBatch {

    private final int[] starts;
    private final int[] items;
    private final int[] actions;
    private final int[] gaps;
    private final int[] targetRows;
    private final int[] targets;
    private final int[] sequences;

    private PackedBatch(int[] starts, int targetCount) {
        int rows = starts[starts.length - 1];
        this.starts = starts;
        this.items = new int[rows];
        this.actions = new int[rows];
        this.gaps = new int[rows];
        this.targetRows = new int[targetCount];
        this.targets = new int[targetCount];
        this.sequences = new int[targetCount];
    }

    /** A sequence to read and the item that follows it. */
    public record Example(ItemSequence inputs, int target) {}

    /** Every step but the last is read, and has the step after it as target; lengths ≥ 2. */
    public static PackedBatch ofSequences(List<ItemSequence> sequences) {
        List<ItemSequence> sorted = longestFirst(sequences);
        int[] starts = starts(sorted, 1);
        PackedBatch batch = new PackedBatch(starts, starts[starts.length - 1]);
        for (int t = 0; t < batch.steps(); t++) {
            for (int k = 0; k < batch.rowsAt(t); k++) {
                int row = batch.start(t) + k;
                batch.read(row, sorted.get(k), t);
                batch.targetRows[row] = row;
                batch.targets[row] = sorted.get(k).item(t + 1);
                batch.sequences[row] = k;
            }
        }
        return batch;
    }

    /**
     * A sequence to read whole and the items that come after its last steps, one each.
     *
     * @param targets of the last step, and of as many before it as there are more; at least one
     */
    record Stretch(ItemSequence inputs, List<Integer> targets) {}

    /** All steps are read; only the last of each has a target. Inputs must not be empty. */
    public static PackedBatch ofExamples(List<Example> examples) {
        return ofStretches(
                examples.stream().map(e -> new Stretch(e.inputs(), List.of(e.target()))).toList());
    }

    /** All steps are read; the last ones of each have targets. Inputs must not be empty. */
    static PackedBatch ofStretches(List<Stretch> stretches) {
        List<Stretch> sorted = new ArrayList<>(stretches);
        sorted.sort(Comparator.comparingInt((Stretch s) -> s.inputs().length()).reversed());
        int targets = sorted.stream().mapToInt(s -> s.targets().size()).sum();
        PackedBatch batch =
                new PackedBatch(starts(sorted.stream().map(Stretch::inputs).toList(), 0), targets);
        int i = 0;
        for (int k = 0; k < sorted.size(); k++) {
            ItemSequence inputs = sorted.get(k).inputs();
            for (int t = 0; t < inputs.length(); t++) {
                batch.read(batch.start(t) + k, inputs, t);
            }
            int step = inputs.length() - sorted.get(k).targets().size();
            for (int target : sorted.get(k).targets()) {
                batch.targetRows[i] = batch.start(step++) + k;
                batch.targets[i] = target;
                batch.sequences[i++] = k;
            }
        }
        return batch;
    }

    private static List<ItemSequence> longestFirst(List<ItemSequence> sequences) {
        List<ItemSequence> sorted = new ArrayList<>(sequences);
        sorted.sort(Comparator.comparingInt(ItemSequence::length).reversed());
        return sorted;
    }

    /** Where each step's rows start, when all but the {@code unread} last steps are read. */
    private static int[] starts(List<ItemSequence> sorted, int unread) {
        int[] starts = new int[sorted.get(0).length() - unread + 1];
        int active = sorted.size();
        for (int t = 0; t < starts.length - 1; t++) {
            while (sorted.get(active - 1).length() - unread <= t) {
                active--;
            }
            starts[t + 1] = starts[t] + active;
        }
        return starts;
    }

    private void read(int row, ItemSequence sequence, int step) {
        items[row] = sequence.item(step);
        actions[row] = sequence.action(step).code();
        gaps[row] = GapBuckets.of(sequence.gapSeconds(step));
    }

    /** T, the length of the longest sequence read. */
    public int steps() {
        return starts.length - 1;
    }

    /** P, the rows of all steps together. */
    public int rows() {
        return starts[steps()];
    }

    /** How many sequences have a step t, which is ≤ those of step t − 1. */
    public int rowsAt(int t) {
        return starts[t + 1] - starts[t];
    }

    /** The first row of step t. */
    public int start(int t) {
        return starts[t];
    }

    public int item(int row) {
        return items[row];
    }

    /** Code of the row's action. */
    public int action(int row) {
        return actions[row];
    }

    /** Number of the row's gap bucket. */
    public int gap(int row) {
        return gaps[row];
    }

    public int targetCount() {
        return targets.length;
    }

    /** The row after which target i comes. */
    public int targetRow(int i) {
        return targetRows[i];
    }

    /** Number of the sequence that target i belongs to, below {@code rowsAt(0)}. */
    public int sequence(int i) {
        return sequences[i];
    }

    /** Dense item number of target i. */
    public int target(int i) {
        return targets[i];
    }
}
