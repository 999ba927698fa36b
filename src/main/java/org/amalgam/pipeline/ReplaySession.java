package org.amalgam.pipeline;

import java.util.Set;
import org.amalgam.domain.FusionWeights;
import org.amalgam.domain.LiveSnapshot;
import org.amalgam.domain.Mailbox;

/**
 * A replay under way. Thread-safe: orders are queued and carried out by the replay thread between
 * two events.
 */
public interface ReplaySession extends AutoCloseable {

    /** Newest-wins; a snapshot is put after each step, but not more than about 120 a second. */
    Mailbox<LiveSnapshot> snapshots();

    void play();

    void pause();

    /** Replays one more scored event, then pauses. */
    void step();

    /** Event time per real time; {@link Double#POSITIVE_INFINITY} for as fast as possible. */
    void speed(double factor);

    /** Sets the fusion weights; they act on the very next event. */
    void weights(FusionWeights weights);

    /** Members whose weight stays where it is while the others learn. */
    void lock(Set<String> members);

    /** Waits for the end and tells how it went. */
    ReplaySummary await() throws InterruptedException;

    /** Stops the replay; what was measured so far can still be read from {@link #await}. */
    @Override
    void close();
}
