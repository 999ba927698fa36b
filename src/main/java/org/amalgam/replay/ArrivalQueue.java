package org.amalgam.replay;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.amalgam.domain.Event;
import org.amalgam.domain.SourceReport.Traffic;

/**
 * Events on their way from the thread that reads them to the one that replays them. When it is full
 * the reader waits, so nothing is lost and memory is bounded; both ends count. Thread-safe, for one
 * thread at each end.
 */
public final class ArrivalQueue {

    private final int capacity;
    private final LongSupplier nanoTime;
    private final BlockingQueue<Arrival> queue;
    private final AtomicLong handedOver = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong readerWaits = new AtomicLong();
    private final AtomicLong longestWaitNanos = new AtomicLong();
    private final AtomicLong mostWaiting = new AtomicLong();

    /** What the reader hands over. */
    public sealed interface Arrival {

        /**
         * An event.
         *
         * @param late whether its place in the order has passed
         */
        record Came(Event event, boolean late, long atNanos) implements Arrival {
            public Came {
                requireNonNull(event, "event");
            }
        }

        /** Nothing more comes. */
        record End() implements Arrival {}

        /** Reading failed. */
        record Failed(RuntimeException cause) implements Arrival {}
    }

    /**
     * @param capacity at least 1
     * @param nanoTime a monotonic clock such as {@link System#nanoTime}
     */
    public ArrivalQueue(int capacity, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.nanoTime = nanoTime;
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    /** Hands an event over, waiting while the queue is full. */
    public void put(Event event, boolean late) throws InterruptedException {
        handedOver.incrementAndGet();
        put(new Arrival.Came(event, late, nanoTime.getAsLong()));
        mostWaiting.accumulateAndGet(queue.size(), Math::max);
    }

    private void put(Arrival arrival) throws InterruptedException {
        if (!queue.offer(arrival)) {
            readerWaits.incrementAndGet();
            queue.put(arrival);
        }
    }

    /** Says that nothing more comes. */
    public void end() throws InterruptedException {
        put(new Arrival.End());
    }

    /** Says that reading failed. */
    public void fail(RuntimeException cause) throws InterruptedException {
        put(new Arrival.Failed(cause));
    }

    /** The next arrival, waited for at most so long. */
    public Optional<Arrival> take(Duration patience) throws InterruptedException {
        Arrival arrival = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (arrival instanceof Arrival.Came came) {
            taken.incrementAndGet();
            longestWaitNanos.accumulateAndGet(nanoTime.getAsLong() - came.atNanos(), Math::max);
        }
        return Optional.ofNullable(arrival);
    }

    /** What has gone through so far. */
    public Traffic traffic() {
        return new Traffic(
                capacity,
                handedOver.get(),
                taken.get(),
                (int) mostWaiting.get(),
                readerWaits.get(),
                Duration.ofNanos(longestWaitNanos.get()));
    }
}
