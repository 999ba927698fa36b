package org.amalgam.fusion;

import static java.util.Objects.requireNonNull;

import org.amalgam.domain.Action;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.ItemSequence;

/**
 * What fusion may look at besides the members' scores.
 *
 * @param length steps of the running session, or, before it has begun, of the history
 * @param lastCount how often the last item occurred in training, which tells how cold it is; 0
 *     without a last item
 * @param repeats the last item stands earlier in the same steps too
 * @param action what was done last; {@link Action#VIEW} when nothing was
 */
public record CaseContext(int length, int lastCount, boolean repeats, Action action) {

    public CaseContext {
        requireNonNull(action, "action");
        if (length < 0 || lastCount < 0) {
            throw new IllegalArgumentException("length " + length + ", count " + lastCount);
        }
    }

    /**
     * The context of one case.
     *
     * @param itemCounts how often each item occurred in training; items beyond it never did
     */
    public static CaseContext of(FeatureWindow window, int[] itemCounts) {
        ItemSequence steps = window.context();
        if (steps.isEmpty()) {
            return new CaseContext(0, 0, false, Action.VIEW);
        }
        int last = steps.lastItem();
        return new CaseContext(
                steps.length(),
                last < itemCounts.length ? itemCounts[last] : 0,
                recency(steps, last, 1) > 0,
                steps.action(steps.length() - 1));
    }

    /**
     * How many steps back an item was met last: 1 for the last step, 0 for an item not met.
     *
     * @param skip so many of the latest steps are not looked at
     */
    static int recency(ItemSequence steps, int item, int skip) {
        for (int back = skip + 1; back <= steps.length(); back++) {
            if (steps.item(steps.length() - back) == item) {
                return back;
            }
        }
        return 0;
    }
}
