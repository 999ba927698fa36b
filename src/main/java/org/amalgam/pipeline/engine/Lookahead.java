package org.amalgam.pipeline.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.amalgam.domain.Event;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.feature.ForesightTracker;

/**
 * Has members work out answers to coming events while earlier ones are fused and scored. What is
 * known of a shopper depends on events alone, and a member that learns aside answers with what it
 * published last, so its answers to all events up to its next publication can be worked out
 * together, and are those it would give one by one. A replay that keeps to a clock must not know
 * what comes, but when it is late it knows all that is due by now.
 */
final class Lookahead {

    private static final int MOST_TOGETHER = 16;

    /** Of no use to look at more events at a time. */
    static final int MOST_AHEAD = MOST_TOGETHER * ForeseenAnswers.LOTS;

    /** Scores that may be held ahead for one member and lot; 16 MB of them. */
    private static final int MOST_SCORES = 4 << 20;

    private final Ensemble ensemble;
    private final Upcoming events;
    private final ForesightTracker tracker;
    private final int together;
    private final Deque<Integer> lots = new ArrayDeque<>();
    private final int forgotten;
    private int prepared;

    /**
     * @param tracker stands before the first of the events; this goes ahead with it
     */
    Lookahead(Ensemble ensemble, Upcoming events, ForesightTracker tracker, int items) {
        this.ensemble = ensemble;
        this.events = events;
        this.tracker = tracker;
        this.forgotten = ensemble.forgotten();
        this.together = Math.max(1, Math.min(MOST_TOGETHER, MOST_SCORES / Math.max(1, items)));
    }

    /** Whether members still know what they prepared for this. */
    boolean isCurrent() {
        return forgotten == ensemble.forgotten();
    }

    /**
     * Before an event is taken.
     *
     * @param most how many events from it on may be foreseen
     */
    void prepare(int most) {
        int foreseeable = Math.min(most, ensemble.foreseeable());
        while (lots.size() < ForeseenAnswers.LOTS && prepared < foreseeable) {
            List<Event> known = events.first(Math.min(foreseeable, prepared + together));
            if (known.size() <= prepared) {
                return;
            }
            List<FeatureWindow> windows = new ArrayList<>();
            for (Event event : known.subList(prepared, known.size())) {
                windows.add(tracker.before(event));
                tracker.append(event);
            }
            ensemble.prepare(windows);
            lots.add(windows.size());
            prepared += windows.size();
        }
    }

    /** After this event, the next one, was taken. */
    void taken(Event event) {
        if (prepared == 0) {
            // Nobody could foresee it.
            return;
        }
        tracker.caughtUp(event);
        prepared--;
        int left = lots.remove() - 1;
        if (left > 0) {
            lots.addFirst(left);
        }
    }
}
