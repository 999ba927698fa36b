package org.amalgam.pipeline.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.amalgam.domain.FeatureWindow;
import org.amalgam.domain.MemberOutput;

/**
 * Answers of one member that are worked out before they are asked for. Calls come from the replay
 * thread only; at most two lots of windows may wait to be asked about.
 */
final class ForeseenAnswers {

    /** One to be asked about while the other is worked out. */
    static final int LOTS = 2;

    /** Works out the answers to a lot of windows. */
    @FunctionalInterface
    interface Scorer {
        Lot score(List<FeatureWindow> windows, float[][] scores);
    }

    /**
     * Answers that were worked out together.
     *
     * @param nanosEach time for one of them
     */
    record Lot(List<MemberOutput> answers, long nanosEach) {}

    /** One of a lot that may still be worked on. */
    record Foreseen(FeatureWindow window, FutureTask<Lot> lot, int index) {}

    private final Scorer scorer;
    private final OwnerThread owner;
    private final int items;
    private final float[][][] rooms = new float[LOTS][0][];
    private final Deque<Foreseen> waiting = new ArrayDeque<>();
    private int room;

    /**
     * @param scorer is called on the owner's thread
     */
    ForeseenAnswers(Scorer scorer, OwnerThread owner, int items) {
        this.scorer = scorer;
        this.owner = owner;
        this.items = items;
    }

    /** Begins to work out answers to windows that will be asked about in this order. */
    void prepare(List<FeatureWindow> windows) {
        room = (room + 1) % LOTS;
        if (rooms[room].length < windows.size()) {
            rooms[room] = new float[windows.size()][items];
        }
        float[][] scores = rooms[room];
        FutureTask<Lot> lot = new FutureTask<>(() -> scorer.score(windows, scores));
        owner.run(lot);
        for (int i = 0; i < windows.size(); i++) {
            waiting.add(new Foreseen(windows.get(i), lot, i));
        }
    }

    /** The answer to this window, if it is the next of those foreseen. */
    Optional<Foreseen> to(FeatureWindow window) {
        if (waiting.isEmpty() || !waiting.peek().window().equals(window)) {
            return Optional.empty();
        }
        return Optional.of(waiting.remove());
    }

    /** Forgets what was worked out, for the member has been put into another state. */
    void forget() {
        waiting.clear();
    }
}
