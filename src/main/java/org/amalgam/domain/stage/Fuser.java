package org.amalgam.domain.stage;

import java.util.List;
import java.util.Map;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;

/**
 * Turns the members' scores of one step into one score an item: same inputs, same scores. One
 * thread makes all calls, for what a step left behind is kept until the next.
 */
public interface Fuser {

    /** As in {@code --fusion}. */
    String name();

    /**
     * Fuses into {@code fused} (by dense item number). Members that abstained, or have no weight,
     * do not take part; weights of the others stay as they are, for a common factor keeps the
     * order.
     *
     * @param window what the members had answered to; methods that do not look at it ignore it
     * @return whether any member took part; if not, {@code fused} is undefined
     */
    boolean fuse(
            FeatureWindow window, List<MemberOutput> outputs, FusionWeights weights, float[] fused);

    /**
     * What each member added to the score of each of these items in the step fused last, by member
     * name; an item's values sum to its fused score (to rounding). Of use for as long as the
     * outputs that were fused hold what they held then; empty maps when no member took part.
     */
    List<Map<String, Double>> shares(int[] items);
}
