package org.amalgam.model.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.amalgam.domain.ItemSequence;
import org.amalgam.kernel.ScoreTable;

/**
 * A trained network's item rows, each an embedding with the item's bias as last element, and the
 * queries that score them: an item's score is the product of the two. Belongs to the network's
 * owner thread, and is of use until the network is trained anew.
 */
public final class ItemRows {

    private static final int BATCH = 256;

    private final NetworkModel model;
    private final ScoreTable scorer;
    private final int maxSteps;
    private final float scale;
    private final int depth;

    ItemRows(NetworkModel model, ScoreTable scorer, int maxSteps, float scale) {
        this.model = model;
        this.scorer = scorer;
        this.maxSteps = maxSteps;
        this.scale = scale;
        this.depth = model.items.width();
    }

    public int items() {
        return model.items.rows();
    }

    /** Elements of a row and of a query. */
    public int width() {
        return depth + 1;
    }

    /** All rows, [items × width], as a copy. */
    public float[] copy() {
        float[] rows = new float[items() * width()];
        for (int item = 0; item < items(); item++) {
            model.items.copyRow(item, rows, item * width());
            rows[item * width() + depth] = model.biases.values()[item];
        }
        return rows;
    }

    /** Puts the row that starts at {@code source[at]} in the place of an item's own. */
    public void put(int item, float[] source, int at) {
        System.arraycopy(source, at, model.items.values(), item * depth, depth);
        model.biases.values()[item] = source[at + depth];
        scorer.put(item, source, at, source[at + depth]);
    }

    /** The queries after these non-empty sequences, [sequences × width], in their order. */
    public float[] queries(List<ItemSequence> sequences) {
        float[] queries = new float[sequences.size() * width()];
        int[] longestFirst =
                IntStream.range(0, sequences.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingInt((Integer i) -> sequences.get(i).length())
                                        .reversed())
                        .mapToInt(Integer::intValue)
                        .toArray();
        for (int from = 0; from < longestFirst.length; from += BATCH) {
            int to = Math.min(longestFirst.length, from + BATCH);
            List<PackedBatch.Example> examples = new ArrayList<>();
            for (int i = from; i < to; i++) {
                ItemSequence read = sequences.get(longestFirst[i]).tail(maxSteps);
                examples.add(new PackedBatch.Example(read, 0));
            }
            encode(PackedBatch.ofExamples(examples), longestFirst, from, queries);
        }
        return queries;
    }

    /** The batch keeps the order of its examples, for they come longest first. */
    private void encode(PackedBatch batch, int[] places, int from, float[] queries) {
        float[] inputs = new float[batch.rows() * depth];
        float[] encoded = new float[batch.rows() * depth];
        model.inputs.gather(batch, inputs);
        model.encoder.forward(batch, inputs, encoded, -1);
        model.addSkip(inputs, encoded, encoded.length);
        for (int i = 0; i < batch.targetCount(); i++) {
            int row = batch.targetRow(i) * depth;
            int at = places[from + i] * width();
            for (int j = 0; j < depth; j++) {
                queries[at + j] = scale * encoded[row + j];
            }
            queries[at + depth] = 1;
        }
    }
}
