package org.amalgam.model.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.ItemSequence;
import org.amalgam.kernel.ScoreTable;

/**
 * A network as it was when last refreshed: answers with copies of all that learning moves, so that
 * the network may learn meanwhile on another thread.
 */
final class ServedNetwork {

    private final NetworkModel model;
    private final int width;
    private final float scale;
    private final float skip;
    private final ScoreTable items;
    private final QueryEncoder encoder;
    private final float[] actions;
    private final float[] gaps;
    private final float[] query;
    private final List<float[]> queries = new ArrayList<>();
    private float[] rows = new float[0];

    /** Serves the model as it is now. */
    ServedNetwork(NetworkModel model, NetworkSettings settings) {
        this.model = model;
        this.width = settings.width();
        this.scale = (float) settings.queryScale();
        this.skip = (float) settings.skip();
        this.items = new ScoreTable(model.items.rows(), width);
        this.encoder = model.encoder.queryEncoder();
        this.actions = model.actions.values().clone();
        this.gaps = model.gaps.values().clone();
        this.query = new float[width];
        items.putAll(model.items.values(), model.biases.values());
    }

    /** The item rows that are served. */
    ScoreTable items() {
        return items;
    }

    /** Takes over what the model has learned since; never while it learns. */
    void refresh(BitSet movedItems) {
        float[] biases = model.biases.values();
        int item = movedItems.nextSetBit(0);
        while (item >= 0) {
            items.put(item, model.items.values(), item * width, biases[item]);
            item = movedItems.nextSetBit(item + 1);
        }
        System.arraycopy(model.actions.values(), 0, actions, 0, actions.length);
        System.arraycopy(model.gaps.values(), 0, gaps, 0, gaps.length);
        encoder.refresh();
    }

    /** Fills the scores of all items after a non-empty sequence. */
    void score(ItemSequence context, float[] scores) {
        encode(context, query);
        items.score(query, scores);
    }

    /** The same for several, by sequence, reading the table only so often. */
    void score(List<ItemSequence> contexts, float[][] scores) {
        while (queries.size() < contexts.size()) {
            queries.add(new float[width]);
        }
        for (int i = 0; i < contexts.size(); i++) {
            encode(contexts.get(i), queries.get(i));
        }
        items.score(queries.toArray(float[][]::new), contexts.size(), scores);
    }

    private void encode(ItemSequence context, float[] query) {
        int steps = context.length();
        rows = FastMath.atLeast(rows, steps * width);
        for (int t = 0; t < steps; t++) {
            items.copyRow(context.item(t), rows, t * width);
            add(actions, context.action(t).code(), t);
            add(gaps, GapBuckets.of(context.gapSeconds(t)), t);
        }
        encoder.encode(rows, steps, query);
        int last = (steps - 1) * width;
        for (int j = 0; j < width; j++) {
            query[j] = scale * (query[j] + skip * rows[last + j]);
        }
    }

    private void add(float[] table, int row, int step) {
        int from = row * width;
        int at = step * width;
        for (int j = 0; j < width; j++) {
            rows[at + j] += table[from + j];
        }
    }
}
