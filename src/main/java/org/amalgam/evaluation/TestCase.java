package org.amalgam.evaluation;

import static java.util.Objects.requireNonNull;

import org.amalgam.domain.FeatureWindow;

/**
 * One question with its answer: what came after this window?
 *
 * @param id unique in a run; stands in lists
 * @param group the session or user it belongs to, ≥ 0; the bootstrap draws whole groups
 * @param target dense number of the item that came
 * @param targetKnown whether the target occurs in training; one that does not is a miss for all
 * @param excluded items that take no part in this case's rankings, never the target
 */
@SuppressWarnings("ArrayRecordComponent") // neither compared nor written to
public record TestCase(
        String id,
        int group,
        FeatureWindow window,
        int target,
        boolean targetKnown,
        int[] excluded) {

    static final int[] NOTHING = {};

    public TestCase {
        requireNonNull(id, "id");
        requireNonNull(window, "window");
        requireNonNull(excluded, "excluded");
    }
}
