package org.amalgam.pipeline.shop;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.amalgam.domain.Action;
import org.amalgam.domain.Catalogue;
import org.amalgam.domain.Event;
import org.amalgam.domain.stage.EventSource;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * All shoppers of a store and what they did, read once and kept in memory. A shopper is known by
 * the dense number of the user. Later imports are not seen. Immutable but for what it remembers of
 * orders asked for; thread-safe.
 */
public final class Shoppers {

    private static final int FAVOURITES = 3;
    private static final long MILLIS_OF_A_DAY = 86_400_000L;

    private final List<String> ids;
    private final Catalogue catalogue;
    private final Duration gap;
    private final EventLists events;
    private final int[] purchases;
    private final long firstMillis;
    private final long lastMillis;
    // Guarded by itself.
    private final Map<Order, int[]> ordered = new EnumMap<>(Order.class);

    /** In which order shoppers are listed; ties in order of their numbers. */
    public enum Order {
        /** Latest event first. */
        RECENT,
        /** Most events first. */
        EVENTS,
        /** Most purchases first. */
        PURCHASES
    }

    /**
     * What is to be known of a shopper at a glance.
     *
     * @param sessions how many times there was a break before an event, the first one counted
     * @param favourites categories of most events, most first, at most three
     */
    public record Facts(
            Instant firstSeen,
            Instant lastSeen,
            int sessions,
            int events,
            int purchases,
            List<String> favourites) {
        public Facts {
            favourites = List.copyOf(favourites);
        }
    }

    private Shoppers(List<String> ids, Catalogue catalogue, Duration gap, EventLists events) {
        this.ids = ids;
        this.catalogue = catalogue;
        this.gap = gap;
        this.events = events;
        this.purchases = new int[ids.size()];
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (int user = 0; user < ids.size(); user++) {
            for (int place = events.begin(user); place < events.end(user); place++) {
                purchases[user] += events.action(place) == Action.PURCHASE ? 1 : 0;
                earliest = Math.min(earliest, events.millis(place));
                latest = Math.max(latest, events.millis(place));
            }
        }
        this.firstMillis = earliest;
        this.lastMillis = latest;
    }

    /**
     * Reads all events of a source.
     *
     * @param ids the log's own, by user number
     * @param gap events of a shopper that are at least so far apart are in different sessions
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Shoppers read(
            EventSource source, List<String> ids, Duration gap, TaskMonitor monitor) {
        return new Shoppers(
                List.copyOf(ids),
                source.catalogue(),
                gap,
                EventLists.read(source, ids.size(), monitor));
    }

    /**
     * Shoppers who have at least one event and whose id contains these characters, whatever their
     * case.
     *
     * @return their numbers, in this order
     */
    public int[] find(String characters, Order order) {
        String wanted = characters.strip().toLowerCase(Locale.ROOT);
        int[] all = inOrder(order);
        if (wanted.isEmpty()) {
            return all.clone();
        }
        IntArrayList found = new IntArrayList();
        for (int shopper : all) {
            if (ids.get(shopper).toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add(shopper);
            }
        }
        return found.toIntArray();
    }

    private int[] inOrder(Order order) {
        synchronized (ordered) {
            return ordered.computeIfAbsent(order, this::sorted);
        }
    }

    private int[] sorted(Order order) {
        IntArrayList active = new IntArrayList();
        for (int user = 0; user < ids.size(); user++) {
            if (eventCount(user) > 0) {
                active.add(user);
            }
        }
        int[] sorted = active.toIntArray();
        // A stable sort: ties stay in order of their numbers.
        IntArrays.mergeSort(sorted, comparator(order));
        return sorted;
    }

    private IntComparator comparator(Order order) {
        return switch (order) {
            case RECENT -> (a, b) -> Long.compare(lastMillis(b), lastMillis(a));
            case EVENTS -> (a, b) -> Integer.compare(eventCount(b), eventCount(a));
            case PURCHASES -> (a, b) -> Integer.compare(purchases[b], purchases[a]);
        };
    }

    /** The shopper with this id of the log's own. */
    public Optional<Integer> named(String id) {
        int user = ids.indexOf(id);
        return user >= 0 && eventCount(user) > 0 ? Optional.of(user) : Optional.empty();
    }

    public String id(int shopper) {
        return ids.get(shopper);
    }

    public int eventCount(int shopper) {
        return events.end(shopper) - events.begin(shopper);
    }

    /** Events that are purchases. */
    public int purchaseCount(int shopper) {
        return purchases[shopper];
    }

    /** Time of the latest event of a shopper who has one. */
    public Instant lastSeen(int shopper) {
        return Instant.ofEpochMilli(lastMillis(shopper));
    }

    private long lastMillis(int shopper) {
        return events.millis(events.end(shopper) - 1);
    }

    /** The shopper's events, oldest first; made as they are asked for. */
    public List<Event> events(int shopper) {
        return events.of(shopper);
    }

    /**
     * A shopper's events in equal parts of the store's {@link #days}, oldest first: by day when
     * there are as many parts as days.
     *
     * @param parts ≥ 1
     */
    public int[] activity(int shopper, int parts) {
        int[] counts = new int[parts];
        long begin = day(firstMillis) * MILLIS_OF_A_DAY;
        double span = (double) days() * MILLIS_OF_A_DAY;
        for (int place = events.begin(shopper); place < events.end(shopper); place++) {
            counts[(int) ((events.millis(place) - begin) / span * parts)]++;
        }
        return counts;
    }

    /** Days (UTC) from that of the store's first event to that of the last; 0 without events. */
    public int days() {
        return events.size() == 0 ? 0 : (int) (day(lastMillis) - day(firstMillis)) + 1;
    }

    private static long day(long millis) {
        return Math.floorDiv(millis, MILLIS_OF_A_DAY);
    }

    /** Of a shopper who has an event. */
    public Facts facts(int shopper) {
        int sessions = 0;
        Map<String, Integer> categories = new LinkedHashMap<>();
        for (int place = events.begin(shopper); place < events.end(shopper); place++) {
            sessions += opensSession(shopper, place) ? 1 : 0;
            catalogue
                    .item(events.item(place))
                    .category()
                    .ifPresent(category -> categories.merge(category, 1, Integer::sum));
        }
        return new Facts(
                Instant.ofEpochMilli(events.millis(events.begin(shopper))),
                lastSeen(shopper),
                sessions,
                eventCount(shopper),
                purchaseCount(shopper),
                categories.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(FAVOURITES)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private boolean opensSession(int shopper, int place) {
        return place == events.begin(shopper)
                || events.millis(place) - events.millis(place - 1) >= gap.toMillis();
    }

    /** Events of a shopper that are at least so far apart are in different sessions. */
    public Duration gap() {
        return gap;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Who did what, for counts over all shoppers. */
    EventLists lists() {
        return events;
    }
}
