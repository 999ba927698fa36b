package org.amalgam.domain.stage;

import java.util.List;
import java.util.Map;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.MemberOutput;

/** Turns the members' scores of one step into one score an item. Pure: same inputs, same scores. */
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
     * What each member adds to the fused score of each of these items, by member name; an item's
     * values sum to its fused score (to rounding).
     */
    List<Map<String, Double>> shares(
            FeatureWindow window, List<MemberOutput> outputs, FusionWeights weights, int[] items);
}
