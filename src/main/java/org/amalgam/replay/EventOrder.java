package org.amalgam.replay;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.amalgam.config.FollowSettings;

/**
 * Puts what comes in file order into order of event time, ties in file order, by a watermark: the
 * latest event time so far minus the lateness. What is not before the watermark when it comes is
 * held until the watermark has reached it; what is before it is late. No clock but the events' own
 * is looked at, so the same file gives the same order.
 *
 * <p>One event that leaps far ahead, as of a server whose clock is wrong, does not move the
 * watermark, or everything after it would be late; two in a row that do are believed, as after a
 * silent night. When as many are held as may be, the first of them goes and the watermark with it.
 * Not thread-safe.
 *
 * @param <E> what is put in order
 */
public final class EventOrder<E> {

    private final FollowSettings settings;
    private final PriorityQueue<Held<E>> held =
            new PriorityQueue<>(
                    Comparator.comparing((Held<E> one) -> one.time())
                            .thenComparingLong(Held::number));
    private Instant watermark;
    private Instant latest;
    private boolean leapt;
    private boolean ended;
    private long number;
    private long reordered;

    private record Held<E>(Instant time, long number, E event) {}

    /**
     * @param floor what is before this is late from the beginning, for its past has been replayed
     */
    public EventOrder(FollowSettings settings, Instant floor) {
        this.settings = requireNonNull(settings, "settings");
        this.watermark = requireNonNull(floor, "floor");
        this.latest = floor;
    }

    /**
     * Takes what comes next in the file; {@link #next} is to be asked afterwards until it is empty.
     *
     * @return false if it is late, and then it is not held
     */
    public boolean offer(Instant time, E event) {
        if (time.isBefore(watermark)) {
            return false;
        }
        reordered += time.isBefore(latest) ? 1 : 0;
        held.add(new Held<>(time, number++, event));
        advance(time);
        return true;
    }

    private void advance(Instant time) {
        boolean leaps = time.isAfter(latest.plus(settings.leap()));
        if (!leaps || leapt) {
            latest = time.isAfter(latest) ? time : latest;
            raise(latest.minus(settings.lateness()));
        }
        leapt = leaps && !leapt;
    }

    private void raise(Instant mark) {
        watermark = mark.isAfter(watermark) ? mark : watermark;
    }

    /** The next in order whose time has come; empty when it may still have to wait for others. */
    public Optional<E> next() {
        Held<E> first = held.peek();
        if (first == null) {
            return Optional.empty();
        }
        if (held.size() > settings.mostHeld()) {
            raise(first.time());
        }
        boolean due = ended || !first.time().isAfter(watermark);
        return due ? Optional.of(held.remove().event()) : Optional.empty();
    }

    /** Nothing more comes: all that is held is due. */
    public void end() {
        ended = true;
    }

    /** Nothing before this is held any more, and nothing before it will be. */
    public Instant watermark() {
        return watermark;
    }

    /** How many came after a later one and were not late. */
    public long reordered() {
        return reordered;
    }
}
