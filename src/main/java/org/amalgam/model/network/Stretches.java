package org.amalgam.model.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.ItemSequence;
import org.amalgam.domain.Observation;
import org.amalgam.model.network.PackedBatch.Stretch;

/**
 * The observations of a batch by session: events that follow one another in a session are targets
 * along one sequence, which is read once, as sessions are in training. The first target of a
 * stretch knows as many steps as an answer does; those after it know the steps between besides.
 */
final class Stretches {

    private Stretches() {}

    /** A stretch that may go on. */
    private static final class Open {

        private final List<Integer> targets = new ArrayList<>();
        private ItemSequence context = ItemSequence.empty();

        boolean goesOn(ItemSequence next) {
            int steps = context.length();
            return next.length() == steps + 1
                    && next.lastItem() == targets.get(targets.size() - 1)
                    && next.prefix(steps).equals(context);
        }

        void add(Observation seen) {
            context = seen.window().context();
            targets.add(seen.revealed().item());
        }

        Stretch closed(int maxSteps) {
            return new Stretch(context.tail(maxSteps + targets.size() - 1), targets);
        }
    }

    /**
     * Stretches in the order in which they begin; observations without any step before them are
     * left out.
     *
     * @param maxSteps read before the first target of each
     */
    static List<Stretch> of(List<Observation> batch, int maxSteps) {
        List<Open> all = new ArrayList<>();
        Map<Integer, Open> latest = new HashMap<>();
        for (Observation seen : batch) {
            ItemSequence context = seen.window().context();
            if (context.isEmpty()) {
                continue;
            }
            Open open = latest.get(seen.window().user());
            if (open == null || !open.goesOn(context)) {
                open = new Open();
                all.add(open);
                latest.put(seen.window().user(), open);
            }
            open.add(seen);
        }
        return all.stream().map(open -> open.closed(maxSteps)).toList();
    }
}
