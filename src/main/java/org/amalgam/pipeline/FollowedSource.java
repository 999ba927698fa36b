package org.amalgam.pipeline;

import java.time.Instant;
import java.util.Optional;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.SourceReport;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.ingest.GrowingLog;
import org.amalgam.replay.ArrivalCursor;
import org.amalgam.replay.ArrivalQueue;
import org.amalgam.store.EventStore;

/**
 * A store as it was, and after it a growing log, which is followed from when its events are opened.
 * Thread-safe.
 */
final class FollowedSource implements EventSource, AutoCloseable {

    private final EventStore store;
    private final EventSource history;
    private final Instant from;
    private final GrowingLog log;
    private final FollowMonitor monitor;
    private final ArrivalQueue queue;
    private final LogFollower follower;
    private Optional<Thread> reader = Optional.empty();

    /**
     * @param span of the store
     * @param log at its beginning; closed with this
     * @param until events of the log from here on are not replayed
     */
    FollowedSource(
            EventStore store,
            EventStore.Span span,
            GrowingLog log,
            FollowRequest request,
            Instant until,
            FollowMonitor monitor,
            Waiting waiting) {
        this.store = store;
        this.history = store.asOfNow();
        this.from = span.last().plusMillis(1);
        this.log = log;
        this.monitor = monitor;
        this.queue = new ArrivalQueue(request.settings().queue(), waiting);
        this.follower =
                new LogFollower(
                        store,
                        log,
                        request,
                        new LogFollower.Span(
                                span.last(), until, span.events(), history.catalogue().size()),
                        queue,
                        monitor,
                        waiting);
    }

    /** Where the store's history ends and the log begins. */
    Instant from() {
        return from;
    }

    @Override
    public Catalogue catalogue() {
        return history.catalogue();
    }

    /** Of the history: how many will come nobody knows. */
    @Override
    public long count(Instant start, Instant until) {
        return history.count(start, until);
    }

    /**
     * Opens events of the history, or those of the log from their beginning.
     *
     * @throws IllegalStateException if the log's have been opened before
     */
    @Override
    public synchronized Cursor open(Instant start, Instant until) {
        if (start.isBefore(from) || !until.isAfter(start)) {
            return history.open(start, until);
        }
        if (reader.isPresent()) {
            throw new IllegalStateException("what has come is past and cannot be opened again");
        }
        Thread thread = new Thread(follower, "follower");
        thread.setDaemon(true);
        reader = Optional.of(thread);
        monitor.following();
        thread.start();
        return new ArrivalCursor(queue);
    }

    @Override
    public String userId(int user) {
        return store.userId(user);
    }

    /** The log's own id of an item, also of one that the catalogue does not have. */
    String itemId(int item) {
        Catalogue known = catalogue();
        return item < known.size() ? known.item(item).id() : store.itemId(item);
    }

    @Override
    public boolean growing() {
        return true;
    }

    /** What became of the lines; ends the reading where it has not ended. */
    SourceReport report() {
        close();
        return follower.report();
    }

    @Override
    public synchronized void close() {
        if (reader.isEmpty()) {
            log.close();
            return;
        }
        try {
            reader.get().interrupt(); // says nothing to one that has handed over the end
            reader.get().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
