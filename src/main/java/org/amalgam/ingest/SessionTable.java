package org.amalgam.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.amalgam.ingest.SessionFile.Read;

/** The tab-separated form of a file of sessions: one row an event. */
final class SessionTable {

    /** Seconds of year 9999; times beyond are most likely milliseconds. */
    private static final double LATEST_SECONDS = 253_402_300_800.0;

    private final SessionLines lines;
    private final ItemNumbers items;
    private final int columns;
    private final int sessionColumn;
    private final int itemColumn;
    private final int timeColumn;
    private final Map<String, SessionRows> sessions = new LinkedHashMap<>();

    private SessionTable(SessionLines lines, String header, ItemNumbers items) {
        this.lines = lines;
        this.items = items;
        List<String> names = Arrays.stream(header.split("\t", -1)).map(String::strip).toList();
        this.columns = names.size();
        this.sessionColumn = column(names, "SessionId");
        this.itemColumn = column(names, "ItemId");
        this.timeColumn = column(names, "Time");
    }

    static List<Read> read(SessionLines lines, String header, ItemNumbers items)
            throws IOException {
        SessionTable table = new SessionTable(lines, header, items);
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                table.row(line);
            }
        }
        return table.inOrderOfStart();
    }

    private int column(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw lines.unusable(
                    "no column " + name,
                    "the header must have SessionId, ItemId and Time, separated by tabs");
        }
        return index;
    }

    private void row(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != columns) {
            throw lines.unusable(
                    fields.length + " fields instead of " + columns,
                    "make every row as long as the header");
        }
        String session = SessionFile.plainId(required(fields[sessionColumn], "SessionId"));
        String item = SessionFile.plainId(required(fields[itemColumn], "ItemId"));
        double seconds = seconds(fields[timeColumn].strip());
        sessions.computeIfAbsent(session, id -> new SessionRows()).add(items.of(item), seconds);
    }

    private String required(String field, String name) {
        if (field.isBlank()) {
            throw lines.unusable(name + " is empty", "fill it or remove the row");
        }
        return field.strip();
    }

    private double seconds(String field) {
        try {
            double seconds = Double.parseDouble(field);
            if (Math.abs(seconds) < LATEST_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers that no time can be
        }
        throw lines.unusable(
                "Time '" + SessionFile.shortened(field) + "' is not a number of seconds",
                "give seconds since 1970, such as 1396437466.94");
    }

    private List<Read> inOrderOfStart() {
        List<Map.Entry<String, SessionRows>> ordered = new ArrayList<>(sessions.entrySet());
        ordered.sort(Comparator.comparingDouble(entry -> entry.getValue().start()));
        List<Read> read = new ArrayList<>(ordered.size());
        for (Map.Entry<String, SessionRows> entry : ordered) {
            read.add(new Read(entry.getKey(), entry.getValue().inTimeOrder(read.size())));
        }
        return read;
    }
}
