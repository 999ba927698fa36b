package org.amalgam.pipeline.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.Item;
import org.amalgam.domain.stage.EventSource;

/**
 * A log in memory for measuring time: items by Zipf's law, shoppers who stay near an item for a
 * while. Says nothing about quality. The same arguments give the same events.
 */
final class SyntheticLog implements EventSource {

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** At a time. */
    private static final int SHOPPERS = 500;

    /** On average, as many as in public logs. */
    private static final int STEPS_OF_A_SHOPPER = 6;

    private static final int NEAR = 50;

    private final Catalogue catalogue;
    private final List<Event> events;

    /** So many events, 2 seconds apart. */
    SyntheticLog(int items, int count, long seed) {
        this.catalogue =
                new Catalogue(
                        IntStream.range(0, items).mapToObj(i -> Item.bare(i, "i" + i)).toList());
        this.events = new ArrayList<>(count);
        SplittableRandom random = new SplittableRandom(seed);
        int[] at = new int[SHOPPERS];
        int[] shopper = IntStream.range(0, SHOPPERS).toArray();
        int shoppers = SHOPPERS;
        Instant time = START;
        for (int number = 0; number < count; number++) {
            int slot = random.nextInt(SHOPPERS);
            if (random.nextInt(STEPS_OF_A_SHOPPER) == 0) {
                shopper[slot] = shoppers++;
            }
            int near = at[slot] + random.nextInt(2 * NEAR) - NEAR;
            at[slot] =
                    random.nextInt(6) == 0 || near < 0 || near >= items
                            ? (int) (Math.pow(items, random.nextDouble()) - 1)
                            : near;
            time = time.plusSeconds(2);
            events.add(new Event(number, shopper[slot], at[slot], Action.VIEW, time));
        }
    }

    /** The time that leaves so many events before it. */
    Instant after(int count) {
        return events.get(count).time();
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public long count(Instant from, Instant until) {
        return between(from, until).size();
    }

    @Override
    public Cursor open(Instant from, Instant until) {
        Iterator<Event> rest = between(from, until).iterator();
        return new Cursor() {
            @Override
            public boolean hasNext() {
                return rest.hasNext();
            }

            @Override
            public Event next() {
                return rest.next();
            }

            @Override
            public void close() {}
        };
    }

    private List<Event> between(Instant from, Instant until) {
        return events.stream()
                .filter(event -> !event.time().isBefore(from) && event.time().isBefore(until))
                .toList();
    }

    @Override
    public String userId(int user) {
        return "u" + user;
    }
}
