package org.amalgam.ui.data;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.amalgam.domain.DataProfile;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.RejectedLine;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.control.Titles;
import org.amalgam.ui.desk.Desk;
import org.amalgam.ui.desk.Opened;
import org.amalgam.ui.i18n.Messages;

/** What the data screen says of an import and of the store. */
public final class DataViewModel {

    /** A table with translated words. */
    public record Shown(String title, List<String> columns, List<List<String>> rows) {}

    /**
     * One figure of the cleaning report.
     *
     * @param share of the lines read, such as 3.1 %; empty where it says nothing
     */
    public record Figure(String key, String label, String value, String share) {}

    private static final int MOST_EXAMPLES = 10;
    private static final int MOST_ROWS = 40;
    private static final int NARROW = 3;
    private static final int MOST_TOP_ITEMS = 12;

    /** Columns of the user's own words and ids: nothing in them is translated or grouped. */
    private static final Set<String> AS_IS = Set.of("item", "title", "name");

    private static final Pattern WHOLE = Pattern.compile("\\d{4,15}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    private final Desk desk;
    private final Messages messages;

    public DataViewModel(Desk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
    }

    public void load(List<Path> files) {
        desk.importLogs(files);
    }

    public ReadOnlyObjectProperty<Optional<ImportReport>> reportProperty() {
        return desk.importedProperty();
    }

    public ReadOnlyObjectProperty<Optional<Opened>> openedProperty() {
        return desk.openedProperty();
    }

    /** The six counts of a cleaning report, in the order in which lines pass through. */
    public List<Figure> figures(ImportReport report) {
        return List.of(
                figure("read", report.read(), 0),
                figure("kept", report.kept(), report.read()),
                figure("rejected", report.rejectedTotal(), report.read()),
                figure("duplicates", report.duplicates(), report.read()),
                figure("repaired", report.repaired(), report.read()),
                figure("bots", report.bots(), report.read()));
    }

    private Figure figure(String key, long count, long of) {
        String share =
                of == 0 ? "" : String.format(messages.locale(), "%.1f %%", 100.0 * count / of);
        return new Figure(key, messages.get("report." + key), number(count), share);
    }

    /** Rejected lines by reason, most frequent first. */
    public Shown reasons(ImportReport report) {
        List<List<String>> rows =
                report.rejected().entrySet().stream()
                        .filter(reason -> reason.getValue() > 0)
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(reason -> List.of(name(reason.getKey()), number(reason.getValue())))
                        .toList();
        return new Shown(
                messages.get("report.reasons"),
                List.of(messages.get("report.reason"), messages.get("report.lines")),
                rows);
    }

    /** The first rejected lines with where they stand and what was found. */
    public Shown examples(ImportReport report) {
        List<List<String>> rows =
                report.examples().stream()
                        .limit(MOST_EXAMPLES)
                        .map(
                                line ->
                                        List.of(
                                                number(line.line()),
                                                name(line.reason()),
                                                line.detail()))
                        .toList();
        return new Shown(
                messages.get("report.examples"),
                List.of(
                        messages.get("report.line"),
                        messages.get("report.reason"),
                        messages.get("report.found")),
                rows);
    }

    /** How long it took and how fast that is. */
    public String pace(ImportReport report) {
        double seconds = Math.max(report.seconds(), 1e-3);
        return messages.get("report.pace", report.seconds(), Math.round(report.read() / seconds));
    }

    private String name(RejectedLine.Reason reason) {
        return messages.get("reason." + reason);
    }

    /** The store's tables, narrow ones first; names that are not known are shown as they are. */
    public List<Shown> tables(Opened opened) {
        List<Shown> shown = new ArrayList<>();
        List<DataProfile.Table> tables = new ArrayList<>(opened.profile().tables());
        tables.sort(Comparator.comparing(table -> table.columns().size() > NARROW));
        for (DataProfile.Table table : tables) {
            shown.add(
                    new Shown(
                            translated("profile.", table.name()),
                            table.columns().stream()
                                    .map(name -> translated("column.", name))
                                    .toList(),
                            table.rows().stream()
                                    .limit(most(table))
                                    .map(row -> cells(table.columns(), row, opened))
                                    .toList()));
        }
        return shown;
    }

    private static int most(DataProfile.Table table) {
        return table.name().equals("top items") ? MOST_TOP_ITEMS : MOST_ROWS;
    }

    private List<String> cells(List<String> columns, List<String> row, Opened opened) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            boolean own = i < columns.size() && AS_IS.contains(columns.get(i));
            shown.add(own ? row.get(i) : cell(row.get(i)));
        }
        int item = columns.indexOf("item");
        int title = columns.indexOf("title");
        if (item >= 0 && title >= 0) {
            opened.catalogue()
                    .find(row.get(item))
                    .map(found -> Titles.of(found, messages.chinese()).first())
                    .ifPresent(words -> shown.set(title, words));
        }
        return shown;
    }

    private String cell(String raw) {
        if (WHOLE.matcher(raw).matches()) {
            return number(Long.parseLong(raw));
        }
        return INSTANT.matcher(raw).matches()
                ? Times.minute(Instant.parse(raw))
                : translated("cell.", raw);
    }

    private String translated(String kind, String raw) {
        String key = kind + raw.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
        return messages.find(key).orElse(raw.replace('_', ' '));
    }

    /** From when to when the store's events reach, in UTC. */
    public String span(Opened opened) {
        return opened.span()
                .map(
                        span ->
                                messages.get(
                                        "profile.span",
                                        Times.day(span.first()),
                                        Times.day(span.last()),
                                        span.events()))
                .orElseGet(() -> messages.get("profile.no-events"));
    }

    private String number(long count) {
        return String.format(messages.locale(), "%,d", count);
    }
}
