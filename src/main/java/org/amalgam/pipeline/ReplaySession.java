package org.amalgam.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.amalgam.domain.CatalogueExposure;
import org.amalgam.domain.Comparison;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.Mailbox;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * A replay under way. Thread-safe: orders are queued and carried out by the replay thread between
 * two events.
 */
public interface ReplaySession extends AutoCloseable {

    /** Newest-wins; a snapshot is put after each step, but not more than about 30 a second. */
    Mailbox<LiveSnapshot> snapshots();

    void play();

    void pause();

    /** Replays one more scored event, then pauses. */
    void step();

    /**
     * Goes to where so many events have been replayed, and pauses there; everything is as it was
     * then, whichever way the replay came. The end is not gone beyond.
     *
     * @param step at least 0
     */
    void seek(long step);

    /**
     * Goes to just before the first event that is not earlier than this; see {@link #seek(long)}.
     */
    void seek(Instant time);

    /**
     * How many steps of the replay come before each of these times, which is where {@link
     * #seek(Instant)} would go; 0 for a time before its begin, all its steps for one after its end.
     */
    CompletableFuture<List<Long>> stepsAt(List<Instant> times);

    /** Goes back by one event, then pauses. */
    void stepBack();

    /**
     * From now on plays these steps again and again: at {@code until} it goes back to {@code from}.
     */
    void loop(long from, long until);

    /** Plays on at the end of what was looped. */
    void endLoop();

    /**
     * Sets other weights from here on, while the ranker that is shown goes on beside as it was,
     * under the name {@code original}. Steps replayed later than this are given up.
     */
    void branch(FusionWeights weights);

    /** The shown ranker against {@code original} since the branch; empty without a branch. */
    CompletableFuture<List<Comparison>> branchComparisons();

    /**
     * How often each item was shown up to where the replay is. Some tens of bytes an item are
     * copied, so it is no part of the snapshots.
     */
    CompletableFuture<CatalogueExposure> exposure();

    /**
     * A number that is the same for two replays of the same request whenever they are at the same
     * step, after the same orders.
     */
    CompletableFuture<String> digest();

    /**
     * Trains the members that were not ready when the replay was set up, beside it; each takes part
     * from when it is trained, and is kept. Blocks until all are; there may be none.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    void warmUp(TaskMonitor monitor);

    /** Event time per real time; {@link Double#POSITIVE_INFINITY} for as fast as possible. */
    void speed(double factor);

    /** Sets the fusion weights; they act on the very next event. */
    void weights(FusionWeights weights);

    /** Shows by these rules from the very next event on. */
    void rules(RuleBook book);

    /** Members whose weight stays where it is while the others learn. */
    void lock(Set<String> members);

    /** Waits for the end and tells how it went. */
    ReplaySummary await() throws InterruptedException;

    /** Stops the replay; what was measured so far can still be read from {@link #await}. */
    @Override
    void close();
}
