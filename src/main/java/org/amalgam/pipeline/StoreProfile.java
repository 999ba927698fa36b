package org.amalgam.pipeline;

import static tech.tablesaw.aggregate.AggregateFunctions.sum;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.amalgam.domain.DataProfile;
import org.amalgam.store.EventStore;
import org.amalgam.store.StoreStatistics;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Describes a store by tables: the database counts, Tablesaw groups and summarises. Memory grows
 * with users, items, days and sessions, not with events. Thread-safe.
 */
public final class StoreProfile {

    private static final int MOST_DAY_ROWS = 40;
    private static final int TOP_ITEMS = 20;
    private static final double[] PERCENTILES = {10, 25, 50, 75, 90, 99};

    private final EventStore store;
    private final Duration sessionGap;

    /**
     * @param sessionGap events of a user less than this apart are in one session
     */
    public StoreProfile(EventStore store, Duration sessionGap) {
        this.store = store;
        this.sessionGap = sessionGap;
    }

    /** Reads the store once through; seconds for a million events. */
    public DataProfile read() {
        StoreStatistics statistics = store.statistics();
        int[] sessions = SessionLengths.of(store, sessionGap);
        Table byDay = byDay(statistics.byDay());
        return new DataProfile(
                List.of(
                        overview(statistics.totals(), sessions.length, byDay),
                        actions(byDay),
                        activity(statistics, sessions),
                        days(byDay),
                        topItems(statistics.topItems(TOP_ITEMS)),
                        sources(statistics.sources())));
    }

    private static Table byDay(List<StoreStatistics.DayCount> counts) {
        DateColumn day = DateColumn.create("day");
        StringColumn action = StringColumn.create("action");
        DoubleColumn events = DoubleColumn.create("events");
        for (StoreStatistics.DayCount count : counts) {
            day.append(count.day());
            action.append(count.action().name().toLowerCase(Locale.ROOT));
            events.append((double) count.events());
        }
        return Table.create("days", day, action, events);
    }

    private DataProfile.Table overview(StoreStatistics.Totals totals, int sessions, Table byDay) {
        Optional<EventStore.Span> span = store.timeSpan();
        List<List<String>> rows = new ArrayList<>();
        rows.addAll(
                List.of(
                        List.of("lines", whole(byDay.doubleColumn("events").sum())),
                        List.of("events", whole(span.map(EventStore.Span::events).orElse(0L))),
                        List.of("users", whole(totals.users())),
                        List.of("items", whole(totals.items())),
                        List.of("sessions", whole(sessions)),
                        List.of("first", time(span.map(EventStore.Span::first))),
                        List.of("last", time(span.map(EventStore.Span::last))),
                        List.of("bots", whole(totals.bots())),
                        List.of("rejected", whole(totals.rejected()))));
        long campaigns = store.campaigns().count();
        if (campaigns > 0) {
            rows.add(List.of("campaigns", whole(campaigns)));
        }
        return new DataProfile.Table("overview", List.of("what", "value"), rows);
    }

    private static DataProfile.Table actions(Table byDay) {
        List<List<String>> rows = new ArrayList<>();
        double all = byDay.doubleColumn("events").sum();
        if (!byDay.isEmpty()) {
            Table summed = byDay.summarize("events", sum).by("action");
            summed.column(1).setName("events");
            Table sorted = summed.sortDescendingOn("events");
            for (int i = 0; i < sorted.rowCount(); i++) {
                double events = sorted.doubleColumn("events").getDouble(i);
                rows.add(
                        List.of(
                                sorted.stringColumn("action").get(i),
                                whole(events),
                                String.format(Locale.ROOT, "%.1f %%", 100 * events / all)));
            }
        }
        return new DataProfile.Table("actions", List.of("action", "events", "share"), rows);
    }

    private static DataProfile.Table activity(StoreStatistics statistics, int[] sessions) {
        List<String> columns = new ArrayList<>(List.of("of", "count", "mean", "min"));
        Arrays.stream(PERCENTILES).forEach(p -> columns.add("p" + (int) p));
        columns.add("max");
        List<List<String>> rows = new ArrayList<>();
        addQuantiles("events per user", statistics.eventsByUser(), rows);
        addQuantiles("events per item", statistics.eventsByItem(), rows);
        addQuantiles("events per session", sessions, rows);
        return new DataProfile.Table("activity", columns, rows);
    }

    private static void addQuantiles(String name, int[] counts, List<List<String>> rows) {
        if (counts.length == 0) {
            return;
        }
        IntColumn column = IntColumn.create(name, counts);
        List<String> row = new ArrayList<>();
        row.add(name);
        row.add(whole(column.size()));
        row.add(decimal(column.mean()));
        row.add(whole(column.min()));
        for (double percentile : PERCENTILES) {
            row.add(decimal(column.percentile(percentile)));
        }
        row.add(whole(column.max()));
        rows.add(row);
    }

    /** Events a day or, in long logs, in every so many days. */
    private static DataProfile.Table days(Table byDay) {
        List<List<String>> rows = new ArrayList<>();
        if (!byDay.isEmpty()) {
            DateColumn days = byDay.dateColumn("day");
            LocalDate first = days.min();
            long span = ChronoUnit.DAYS.between(first, days.max()) + 1;
            int width = (int) ((span + MOST_DAY_ROWS - 1) / MOST_DAY_ROWS);
            IntColumn part = IntColumn.create("part");
            days.forEach(day -> part.append((int) (ChronoUnit.DAYS.between(first, day) / width)));
            Table parts =
                    Table.create(part, byDay.doubleColumn("events").copy())
                            .summarize("events", sum)
                            .by("part");
            double[] events = new double[(int) ((span + width - 1) / width)];
            parts.forEach(row -> events[row.getInt("part")] = row.getDouble(1));
            IntStream.range(0, events.length)
                    .forEach(i -> rows.add(List.of(days(first, i, width), whole(events[i]))));
        }
        return new DataProfile.Table("days", List.of("days", "events"), rows);
    }

    private static String days(LocalDate first, int part, int width) {
        LocalDate start = first.plusDays((long) part * width);
        return width == 1 ? start.toString() : start + " – " + start.plusDays(width - 1L);
    }

    private static DataProfile.Table topItems(List<StoreStatistics.ItemCount> items) {
        return new DataProfile.Table(
                "top items",
                List.of("item", "title", "events", "users"),
                items.stream()
                        .map(
                                item ->
                                        List.of(
                                                item.item(),
                                                item.title(),
                                                whole(item.events()),
                                                whole(item.users())))
                        .toList());
    }

    private static DataProfile.Table sources(List<StoreStatistics.Source> sources) {
        return new DataProfile.Table(
                "sources",
                List.of(
                        "name",
                        "format",
                        "imported",
                        "complete",
                        "read",
                        "kept",
                        "rejected",
                        "duplicates",
                        "repaired"),
                sources.stream()
                        .map(
                                source ->
                                        List.of(
                                                source.name(),
                                                source.format(),
                                                time(Optional.of(source.importedAt())),
                                                source.counts().complete() ? "yes" : "no",
                                                whole(source.counts().read()),
                                                whole(source.counts().kept()),
                                                whole(source.counts().rejected()),
                                                whole(source.counts().duplicates()),
                                                whole(source.counts().repaired())))
                        .toList());
    }

    private static String whole(long number) {
        return Long.toString(number);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%.0f", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String time(Optional<Instant> time) {
        return time.map(t -> t.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("");
    }
}
