package org.amalgam.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.amalgam.domain.Event;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.replay.ArrivalQueue.Arrival;

/** The replay's end of a queue of arrivals. Belongs to the replay thread. */
public final class ArrivalCursor implements EventSource.Cursor {

    private static final Duration ONE_LOOK = Duration.ofSeconds(1);

    private final ArrivalQueue queue;
    private final List<Event> late = new ArrayList<>();
    private Optional<Event> next = Optional.empty();
    private boolean ended;

    public ArrivalCursor(ArrivalQueue queue) {
        this.queue = queue;
    }

    @Override
    public boolean awaitNext(Duration patience) throws InterruptedException {
        Optional<Arrival> arrival = Optional.empty();
        do {
            if (next.isPresent() || ended) {
                return true;
            }
            arrival = queue.take(patience);
            arrival.ifPresent(this::receive);
        } while (arrival.isPresent());
        return false;
    }

    private void receive(Arrival arrival) {
        if (arrival instanceof Arrival.Failed failed) {
            throw failed.cause();
        } else if (!(arrival instanceof Arrival.Came came)) {
            ended = true;
        } else if (came.late()) {
            late.add(came.event());
        } else {
            next = Optional.of(came.event());
        }
    }

    @Override
    public List<Event> late() {
        List<Event> told = List.copyOf(late);
        late.clear();
        return told;
    }

    /** Waits until it is known. */
    @Override
    public boolean hasNext() {
        try {
            boolean known = false;
            while (!known) {
                known = awaitNext(ONE_LOOK);
            }
            return next.isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for an event");
        }
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no event comes any more");
        }
        Event event = next.orElseThrow();
        next = Optional.empty();
        return event;
    }

    @Override
    public void close() {
        ended = true;
    }
}
