package org.amalgam.pipeline.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.amalgam.domain.Action;
import org.amalgam.domain.Event;
import org.amalgam.pipeline.engine.ListSource;

/**
 * A log in memory for measuring time: items by Zipf's law, shoppers who stay near an item for a
 * while. Says nothing about quality. The same arguments give the same events.
 */
final class SyntheticLog {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int SECONDS_APART = 2;

    /** At a time. */
    private static final int SHOPPERS = 500;

    /** On average, as many as in public logs. */
    private static final int STEPS_OF_A_SHOPPER = 6;

    private static final int NEAR = 50;

    private SyntheticLog() {}

    /** So many events, at even distances. */
    static ListSource of(int items, int count, long seed) {
        List<Event> events = new ArrayList<>(count);
        SplittableRandom random = new SplittableRandom(seed);
        int[] at = new int[SHOPPERS];
        int[] shopper = IntStream.range(0, SHOPPERS).toArray();
        int shoppers = SHOPPERS;
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
            events.add(new Event(number, shopper[slot], at[slot], Action.VIEW, timeOf(number)));
        }
        return new ListSource(items, events);
    }

    /** The time of an event, counted from 0; so many events come before it. */
    static Instant timeOf(int number) {
        return START.plusSeconds((number + 1L) * SECONDS_APART);
    }
}
