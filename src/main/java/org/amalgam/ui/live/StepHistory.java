package org.amalgam.ui.live;

import java.util.ArrayList;
import java.util.List;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.LiveSnapshot.FeedEntry;

/**
 * The latest steps as snapshots told of them, in bounded memory. At full speed more steps pass
 * between two snapshots than one tells of, so some may be missing. For the screens' thread.
 */
public final class StepHistory {

    /** About a kilobyte each. */
    static final int CAPACITY = 10_000;

    /** A step that was replayed, by how many had been replayed with it. */
    public record PastStep(long step, FeedEntry entry) {}

    private final PastStep[] kept = new PastStep[CAPACITY];
    private long newest;

    /** Takes what a snapshot tells; steps later than its own are forgotten. */
    void add(LiveSnapshot snapshot) {
        if (snapshot.step() < newest) {
            forgetAfter(snapshot.step());
        }
        newest = snapshot.step();
        List<FeedEntry> feed = snapshot.feed();
        for (int i = 0; i < feed.size() && i < newest; i++) {
            long step = newest - i;
            kept[slot(step)] = new PastStep(step, feed.get(i));
        }
    }

    private static int slot(long step) {
        return (int) (step % CAPACITY);
    }

    private void forgetAfter(long step) {
        for (int i = 0; i < CAPACITY; i++) {
            if (kept[i] != null && kept[i].step() > step) {
                kept[i] = null;
            }
        }
    }

    /** Those of the steps from … to that are kept, newest first, at most so many. */
    List<PastStep> between(long from, long to, int most) {
        List<PastStep> found = new ArrayList<>();
        long last = Math.min(to, newest);
        long first = Math.max(1, Math.max(from, newest - CAPACITY + 1));
        for (long step = last; step >= first && found.size() < most; step--) {
            PastStep past = kept[slot(step)];
            if (past != null && past.step() == step) {
                found.add(past);
            }
        }
        return found;
    }

    void clear() {
        java.util.Arrays.fill(kept, null);
        newest = 0;
    }
}
