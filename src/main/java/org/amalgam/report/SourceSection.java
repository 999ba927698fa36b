package org.amalgam.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.SourceReport;

/** What report.html says of a growing log that was followed. */
final class SourceSection {

    private SourceSection() {}

    static void write(SourceReport source, Html html) {
        html.element("h2", "The log that was followed");
        html.element("p", words(source));
        html.table(List.of("lines", "count"), rows(source), 1);
    }

    private static String words(SourceReport source) {
        SourceReport.Traffic traffic = source.traffic();
        String text =
                String.format(
                        Locale.ROOT,
                        "%s was read while it grew. Its lines are in the store, and each event was"
                                + " predicted before it was revealed. An event was put into its place in"
                                + " time when it came at most %s after a later one; a later one than that"
                                + " is late: it is stored, and part of what is known of its shopper unless"
                                + " something newer is, but it was neither scored nor learned from. An"
                                + " item that is new since training is a miss for every ranker and no part"
                                + " of its session. Of %,d events handed over %,d were taken; at most %,d"
                                + " waited at one time, the longest for %s.",
                        source.file(),
                        seconds(source.lateness()),
                        traffic.handedOver(),
                        traffic.taken(),
                        traffic.mostWaiting(),
                        seconds(traffic.longestWait()));
        if (source.startedAnew() > 0) {
            text +=
                    String.format(
                            Locale.ROOT,
                            " The file was replaced or cut short %,d times and read from its start"
                                    + " again.",
                            source.startedAnew());
        }
        return source.unfinished()
                ? text + " Its last line has no end yet and was left for the next time."
                : text;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }

    private static List<List<String>> rows(SourceReport source) {
        ImportReport lines = source.lines();
        List<List<String>> rows = new ArrayList<>();
        add(rows, "read", lines.read());
        add(rows, "kept", lines.kept());
        add(rows, "of these, replayed", source.replayed());
        add(rows, "of those, put into their place", source.reordered());
        add(rows, "of those, with an item new since training", source.newItems());
        add(rows, "of these, late", source.late());
        add(rows, "of these, searches without an item", source.searches());
        add(rows, "of these, of bots", lines.bots());
        add(rows, "of these, after the end of the replay", source.afterEnd());
        add(rows, "duplicates", lines.duplicates());
        lines.rejected()
                .forEach(
                        (reason, count) -> {
                            String words = reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                            add(rows, "rejected: " + words, count);
                        });
        return rows;
    }

    private static void add(List<List<String>> rows, String what, long count) {
        rows.add(List.of(what, String.format(Locale.ROOT, "%,d", count)));
    }
}
