package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

/**
 * Which case of a run it is.
 *
 * @param id unique in a run, as in lists
 * @param group the session or user it belongs to, ≥ 0: cases of one group depend on each other
 * @param target dense number of the item that came next
 * @param targetKnown whether anybody could know the target; if not, it is a miss for all
 */
public record CaseLabel(String id, int group, int target, boolean targetKnown) {
    public CaseLabel {
        requireNonNull(id, "id");
        if (group < 0 || target < 0) {
            throw new IllegalArgumentException(id + ": group " + group + ", target " + target);
        }
    }
}
