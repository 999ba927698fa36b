package org.amalgam.model.network;

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
    private final SessionRows sessions;
    private float[][] queries = new float[0][];

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
        this.sessions = new SessionRows(width);
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
        score(List.of(context), new float[][] {scores});
    }

    /** The same for several, by sequence, reading what is learned only so often. */
    void score(List<ItemSequence> contexts, float[][] scores) {
        sessions.clear();
        contexts.forEach(this::read);
        if (queries.length < contexts.size()) {
            queries = new float[contexts.size()][width];
        }
        encoder.encode(sessions, queries);
        for (int s = 0; s < contexts.size(); s++) {
            float[] last = sessions.lastRow(s);
            for (int j = 0; j < width; j++) {
                queries[s][j] = scale * (queries[s][j] + skip * last[j]);
            }
        }
        items.score(queries, contexts.size(), scores);
    }

    private void read(ItemSequence context) {
        int session = sessions.sessions();
        sessions.add(context.length());
        for (int t = 0; t < context.length(); t++) {
            float[] row = sessions.row(session, t);
            items.copyRow(context.item(t), row, 0);
            add(actions, context.action(t).code(), row);
            add(gaps, GapBuckets.of(context.gapSeconds(t)), row);
        }
    }

    private void add(float[] table, int number, float[] row) {
        for (int j = 0; j < width; j++) {
            row[j] += table[number * width + j];
        }
    }
}
