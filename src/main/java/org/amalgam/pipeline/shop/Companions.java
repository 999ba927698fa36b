package org.amalgam.pipeline.shop;

import java.time.Duration;
import java.util.Arrays;
import org.amalgam.domain.Action;

/**
 * How often two items went together, counted when asked. Counts the sessions around the latest
 * {@value #LOOKED_AT} events of the first item, so that a best-seller takes no longer than others.
 * Immutable, thread-safe.
 */
final class Companions {

    private static final int LOOKED_AT = 4_096;

    private final EventLists events;
    private final long gapMillis;
    // Of item i: places in the lists from first[i] to first[i + 1], in order of user.
    private final int[] first;
    private final int[] places;
    private final int[] userOfPlace;

    /**
     * @param gap events of a user that are at least so far apart are in different sessions
     */
    Companions(EventLists events, int items, Duration gap) {
        this.events = events;
        this.gapMillis = gap.toMillis();
        this.first = new int[items + 1];
        this.places = new int[events.size()];
        this.userOfPlace = new int[events.size()];
        for (int place = 0; place < events.size(); place++) {
            first[events.item(place) + 1]++;
        }
        for (int item = 0; item < items; item++) {
            first[item + 1] += first[item];
        }
        int[] next = first.clone();
        for (int user = 0; user < events.users(); user++) {
            Arrays.fill(userOfPlace, events.begin(user), events.end(user), user);
            for (int place = events.begin(user); place < events.end(user); place++) {
                places[next[events.item(place)]++] = place;
            }
        }
    }

    /**
     * Sessions before a time with both.
     *
     * @param bought in which both were bought
     * @param wentOn in which the second was met after the first
     */
    record Together(int bought, int wentOn) {}

    Together count(int item, int other, long beforeMillis) {
        int bought = 0;
        int wentOn = 0;
        int begin = Math.max(first[item], first[item + 1] - LOOKED_AT);
        int counted = -1;
        for (int i = begin; i < first[item + 1]; i++) {
            int place = places[i];
            // Several events of the item in one session are one session.
            if (place < counted || events.millis(place) >= beforeMillis) {
                continue;
            }
            int end = sessionEnd(place, beforeMillis);
            boolean later = has(other, place + 1, end, false);
            wentOn += later ? 1 : 0;
            int start = sessionStart(place);
            boolean both = has(item, start, end, true) && has(other, start, end, true);
            bought += both ? 1 : 0;
            counted = end;
        }
        return new Together(bought, wentOn);
    }

    private boolean has(int item, int from, int until, boolean bought) {
        for (int place = from; place < until; place++) {
            if (events.item(place) == item
                    && (!bought || events.action(place) == Action.PURCHASE)) {
                return true;
            }
        }
        return false;
    }

    private int sessionStart(int place) {
        int start = place;
        while (start > events.begin(userOfPlace[place])
                && events.millis(start) - events.millis(start - 1) < gapMillis) {
            start--;
        }
        return start;
    }

    private int sessionEnd(int place, long beforeMillis) {
        int end = place + 1;
        while (end < events.end(userOfPlace[place])
                && events.millis(end) - events.millis(end - 1) < gapMillis
                && events.millis(end) < beforeMillis) {
            end++;
        }
        return end;
    }
}
