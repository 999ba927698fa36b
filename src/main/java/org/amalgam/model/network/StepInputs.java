package org.amalgam.model.network;

import org.amalgam.domain.Action;

/** What an encoder reads of a step: the sum of its item's, action's and time gap's embeddings. */
final class StepInputs {

    private final EmbeddingTable items;
    private final EmbeddingTable actions;
    private final EmbeddingTable gaps;
    private final SparseGradient actionGradient;
    private final SparseGradient gapGradient;

    StepInputs(EmbeddingTable items, EmbeddingTable actions, EmbeddingTable gaps) {
        this.items = items;
        this.actions = actions;
        this.gaps = gaps;
        this.actionGradient = new SparseGradient(Action.COUNT, items.width());
        this.gapGradient = new SparseGradient(GapBuckets.COUNT, items.width());
    }

    /** Fills one row a batch row. */
    void gather(PackedBatch batch, float[] rows) {
        for (int row = 0; row < batch.rows(); row++) {
            fill(batch.item(row), batch.action(row), batch.gap(row), rows, row * items.width());
        }
    }

    private void fill(int item, int action, int gap, float[] rows, int at) {
        items.copyRow(item, rows, at);
        actions.addRow(action, rows, at);
        gaps.addRow(gap, rows, at);
    }

    /** Passes the rows' gradients on; those of items are only added to {@code itemGradient}. */
    void scatter(PackedBatch batch, float[] gradients, SparseGradient itemGradient) {
        actionGradient.clear();
        gapGradient.clear();
        for (int row = 0; row < batch.rows(); row++) {
            int from = row * items.width();
            itemGradient.add(batch.item(row), gradients, from);
            actionGradient.add(batch.action(row), gradients, from);
            gapGradient.add(batch.gap(row), gradients, from);
        }
    }

    /** Moves the actions' and gaps' embeddings by what {@link #scatter} gathered. */
    void update(float rate, float momentum) {
        actions.update(actionGradient, rate, momentum);
        gaps.update(gapGradient, rate, momentum);
    }
}
