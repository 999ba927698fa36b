package org.amalgam.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amalgam.config.SimulationSettings;
import org.amalgam.domain.Action;
import org.amalgam.domain.RejectedLine.Reason;

/**
 * Writes events.csv as tracking would have: some lines twice, a few damaged; and, beside it, the
 * truth about those lines.
 */
final class EventLog implements AutoCloseable {

    private static final List<Reason> FLAWS =
            List.of(
                    Reason.WRONG_FIELD_COUNT,
                    Reason.BAD_TIMESTAMP,
                    Reason.IMPLAUSIBLE_TIME,
                    Reason.UNKNOWN_ACTION,
                    Reason.MISSING_USER,
                    Reason.MISSING_ITEM,
                    Reason.BAD_NUMBER);

    private final Shop shop;
    private final Draws draws;
    private final double malformedShare;
    private final CsvFile events;
    private final CsvFile duplicates;
    private final CsvFile malformed;
    private final CsvFile best;
    private final String[] prices;
    private final Map<Action, Long> counts = new EnumMap<>(Action.class);
    private long copyCount;
    private long flawCount;

    EventLog(SimulationSettings settings, Shop shop, Path dir, Path truth) throws IOException {
        this.shop = shop;
        this.draws = Draws.of(settings.seed(), "log");
        this.malformedShare = settings.malformedShare();
        events =
                new CsvFile(
                        dir.resolve("events.csv"),
                        "timestamp",
                        "user",
                        "item",
                        "action",
                        "query",
                        "price",
                        "quantity",
                        "rating");
        duplicates = new CsvFile(truth.resolve("duplicates.csv"), "line", "copy_of_line");
        malformed = new CsvFile(truth.resolve("malformed.csv"), "line", "reason");
        best = new CsvFile(truth.resolve("best.csv"), "time", "user", "item", "action", "rank");
        prices = new String[shop.products().size()];
        for (Product product : shop.products()) {
            prices[product.number()] = money(product.price());
        }
    }

    static String money(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }

    /** Writes a deed and its copies. Copies are of sound lines only. */
    void write(Deed deed, int copies) {
        String[] fields = fields(deed);
        boolean damaged =
                copies == 0 && deed.action() == Action.VIEW && draws.chance(malformedShare);
        if (damaged) {
            writeDamaged(fields);
            return;
        }
        events.write(fields);
        if (deed.bestRank() > 0) {
            String rank = Double.toString(deed.bestRank());
            best.write(fields[0], fields[1], fields[2], fields[3], rank);
        }
        counts.merge(deed.action(), 1L, Long::sum);
        long original = events.line();
        for (int copy = 0; copy < copies; copy++) {
            events.write(fields);
            duplicates.write(Long.toString(events.line()), Long.toString(original));
            copyCount++;
        }
    }

    private String[] fields(Deed deed) {
        boolean hasItem = deed.item() >= 0;
        return new String[] {
            Instant.ofEpochSecond(deed.time()).toString(),
            deed.user(),
            hasItem ? shop.product(deed.item()).id() : "",
            deed.action().name().toLowerCase(Locale.ROOT),
            deed.query(),
            hasItem ? prices[deed.item()] : "",
            deed.quantity() > 0 ? Integer.toString(deed.quantity()) : "",
            deed.rating() > 0 ? Integer.toString(deed.rating()) : ""
        };
    }

    private void writeDamaged(String[] fields) {
        Reason reason = draws.of(FLAWS);
        switch (reason) {
            case WRONG_FIELD_COUNT -> events.write(fields[0], fields[1], fields[2]);
            case BAD_TIMESTAMP ->
                    events.write(with(fields, 0, "yesterday " + fields[0].substring(11)));
            case IMPLAUSIBLE_TIME -> events.write(with(fields, 0, "1970-01-01T00:00:00Z"));
            case UNKNOWN_ACTION -> events.write(with(fields, 3, "hover"));
            case MISSING_USER -> events.write(with(fields, 1, ""));
            case MISSING_ITEM -> events.write(with(fields, 2, ""));
            case BAD_NUMBER -> events.write(with(fields, 5, fields[5].replace('0', 'O') + "EUR"));
            default -> throw new IllegalStateException("no such flaw: " + reason);
        }
        malformed.write(Long.toString(events.line()), reason.name().toLowerCase(Locale.ROOT));
        flawCount++;
    }

    private static String[] with(String[] fields, int place, String value) {
        String[] changed = fields.clone();
        changed[place] = value;
        return changed;
    }

    /** Lines of the log, the header not counted. */
    long lines() {
        return events.line() - 1;
    }

    long copies() {
        return copyCount;
    }

    long flaws() {
        return flawCount;
    }

    /** Sound lines by action, copies not counted. */
    Map<Action, Long> counts() {
        return counts;
    }

    /** By file name, in a fixed order; only after {@link #close}. */
    void addDigests(Map<String, String> digests) {
        digests.put("events.csv", events.digest());
        digests.put("truth/duplicates.csv", duplicates.digest());
        digests.put("truth/malformed.csv", malformed.digest());
        digests.put("truth/best.csv", best.digest());
    }

    @Override
    public void close() throws IOException {
        try (events;
                duplicates;
                malformed;
                best) {
            // Closes all of them, whatever happens to one of them.
        }
    }
}
