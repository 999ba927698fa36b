package org.amalgam.simulate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A simulated shop's files as a test reads them. */
final class SimulatedFiles {

    /** A line of events.csv with its number, the header being line 1. */
    record Line(int number, List<String> fields) {
        Instant time() {
            return Instant.parse(fields.get(0));
        }

        String user() {
            return fields.get(1);
        }

        String item() {
            return fields.get(2);
        }

        String action() {
            return fields.get(3);
        }
    }

    private final Path dir;
    private final List<Line> lines;

    SimulatedFiles(Path dir) throws IOException {
        this.dir = dir;
        this.lines = new ArrayList<>();
        List<List<String>> rows = rows("events.csv");
        for (int i = 0; i < rows.size(); i++) {
            lines.add(new Line(i + 2, rows.get(i)));
        }
    }

    /** Rows of a file without its header. */
    List<List<String>> rows(String file) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(dir.resolve(file))) {
            return reader.stream().skip(1).map(CsvRecord::getFields).toList();
        }
    }

    List<Line> lines() {
        return lines;
    }

    Line line(int number) {
        return lines.get(number - 2);
    }

    Set<String> firstColumn(String file) throws IOException {
        Set<String> values = new HashSet<>();
        rows(file).forEach(row -> values.add(row.get(0)));
        return values;
    }

    /** What shoppers did: no copies, damaged lines or bots. */
    List<Line> sound() throws IOException {
        Set<String> bots = firstColumn("truth/bots.csv");
        Set<String> skipped = firstColumn("truth/duplicates.csv");
        skipped.addAll(firstColumn("truth/malformed.csv"));
        return lines.stream()
                .filter(line -> !skipped.contains(Integer.toString(line.number())))
                .filter(line -> !bots.contains(line.user()))
                .toList();
    }

    /** Items of each visit (gaps under 30 minutes) in order of time. */
    List<List<String>> sessions() throws IOException {
        Map<String, Instant> last = new TreeMap<>();
        Map<String, List<String>> open = new TreeMap<>();
        List<List<String>> sessions = new ArrayList<>();
        for (Line line : sound()) {
            if (line.item().isEmpty()) {
                continue;
            }
            Instant before = last.put(line.user(), line.time());
            if (before == null || before.plusSeconds(1800).isBefore(line.time())) {
                List<String> fresh = new ArrayList<>();
                open.put(line.user(), fresh);
                sessions.add(fresh);
            }
            open.get(line.user()).add(line.item());
        }
        return sessions;
    }
}
