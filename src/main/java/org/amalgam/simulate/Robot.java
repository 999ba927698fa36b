package org.amalgam.simulate;

import java.util.function.Consumer;
import org.amalgam.domain.Action;

/** A bot: either inhumanly fast, or as regular as a clock. */
final class Robot {

    /** How a bot gives itself away. */
    enum Habit {
        /** Two to four random items within two seconds, on and on. */
        FAST,
        /** The catalogue from end to end, an item every few seconds exactly. */
        REGULAR
    }

    private static final int SHORTEST_RUN = 60;
    private static final int LONGEST_RUN = 160;

    private final String id;
    private final Habit habit;
    private final Shop shop;
    private final Draws draws;
    private final int period;
    private int place;
    private long busyUntil;
    private long lines;

    Robot(String id, Habit habit, Shop shop, Draws draws) {
        this.id = id;
        this.habit = habit;
        this.shop = shop;
        this.draws = draws;
        this.period = habit == Habit.FAST ? 1 : 5 + draws.below(11);
        this.place = draws.below(shop.products().size());
    }

    boolean free(long time) {
        return busyUntil + 3600 < time;
    }

    /** Visits a run of items from this second on. */
    void crawl(long start, Consumer<Deed> out) {
        long now = start;
        int length = SHORTEST_RUN + draws.below(LONGEST_RUN - SHORTEST_RUN);
        for (int i = 0; i < length; i++) {
            do {
                place = nextPlace();
            } while (!shop.inShop(place, now));
            out.accept(Deed.of(now, id, place, Action.VIEW));
            now += habit == Habit.FAST ? draws.below(2) : period;
        }
        busyUntil = now;
    }

    /** Never the same item twice running, so that no line looks like a copy. */
    private int nextPlace() {
        int size = shop.products().size();
        int step = habit == Habit.REGULAR ? 1 : 1 + draws.below(Math.min(size - 1, 5));
        return (place + step) % size;
    }

    void countLine() {
        lines++;
    }

    String id() {
        return id;
    }

    Habit habit() {
        return habit;
    }

    /** Seconds between two lines; for a fast one, at most. */
    int period() {
        return period;
    }

    long lines() {
        return lines;
    }
}
