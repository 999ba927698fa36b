package org.amalgam.model.gan;

import java.util.List;
import org.amalgam.domain.ItemSequence;
import org.amalgam.model.network.ItemRows;
import org.amalgam.model.network.PackedBatch.Example;

/**
 * Frozen session states and the items that came after them.
 *
 * @param queries [n × width]
 * @param targets n dense item numbers
 */
@SuppressWarnings("ArrayRecordComponent") // large, read only, never compared
public record RowStates(float[] queries, int[] targets) {

    public RowStates {
        if (targets.length > 0 && queries.length % targets.length != 0) {
            throw new IllegalArgumentException(
                    queries.length + " floats for " + targets.length + " states");
        }
    }

    /** The states after these examples' inputs, as the network has them now. */
    public static RowStates of(ItemRows rows, List<Example> examples) {
        List<ItemSequence> inputs = examples.stream().map(Example::inputs).toList();
        return new RowStates(
                rows.queries(inputs), examples.stream().mapToInt(Example::target).toArray());
    }

    int count() {
        return targets.length;
    }
}
