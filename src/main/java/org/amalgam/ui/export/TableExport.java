package org.amalgam.ui.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.amalgam.domain.UnusableInput;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table as {@linkplain SafeCsv CSV} (UTF-8) or XLSX, as the file's ending says. No value
 * becomes a formula: in XLSX texts are cells of type text. Times are in UTC. Thread-safe.
 */
public final class TableExport {

    /** Rows of a sheet, by ECMA-376; the first one holds the heads. */
    private static final int MOST_ROWS = 1_048_576;

    private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";
    private static final double TIME_WIDTH = 19;

    private TableExport() {}

    /**
     * Writes a file, in place of one that is there; a file is there whole or not at all.
     *
     * @throws UnusableInput if the file ends neither in {@code .csv} nor {@code .xlsx}, cannot be
     *     written, or cannot hold so many rows
     */
    public static void write(Path file, ExportTable table) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            put(file, out -> csv(out, table));
        } else if (name.endsWith(".xlsx")) {
            if (table.rows().size() >= MOST_ROWS) {
                throw new UnusableInput(
                        file
                                + ": a sheet holds at most "
                                + (MOST_ROWS - 1)
                                + " rows; choose a name that ends in .csv");
            }
            put(file, out -> xlsx(out, table));
        } else {
            throw new UnusableInput(file + ": choose a name that ends in .csv or .xlsx");
        }
    }

    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private static void put(Path file, Content content) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                content.write(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            part.toFile().delete();
            throw new UnusableInput(
                    file + ": cannot be written (" + e.getMessage() + "); choose another place", e);
        }
    }

    private static void csv(OutputStream out, ExportTable table) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Iterable<List<Object>> rows =
                () -> table.rows().stream().map(TableExport::valuesOf).iterator();
        SafeCsv.write(text, table.columns(), rows);
    }

    private static List<Object> valuesOf(List<?> row) {
        return row.stream().map(TableExport::valueOf).toList();
    }

    private static Object valueOf(Object cell) {
        return cell instanceof Optional<?> maybe ? maybe.map(Object.class::cast).orElse("") : cell;
    }

    private static void xlsx(OutputStream out, ExportTable table) throws IOException {
        try (Workbook book = new Workbook(out, "Amalgam", null)) {
            Worksheet sheet = book.newWorksheet(table.name());
            sheet.freezePane(0, 1);
            for (int column = 0; column < table.columns().size(); column++) {
                sheet.value(0, column, table.columns().get(column));
                sheet.style(0, column).bold().set();
            }
            int line = 1;
            for (List<?> row : table.rows()) {
                for (int column = 0; column < row.size(); column++) {
                    put(sheet, line, column, valueOf(row.get(column)));
                }
                line++;
            }
        }
    }

    private static void put(Worksheet sheet, int line, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(line, column, number);
        } else if (value instanceof Instant time) {
            sheet.value(line, column, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
            sheet.style(line, column).format(TIME_FORMAT).set();
            sheet.width(column, TIME_WIDTH);
        } else {
            sheet.value(line, column, String.valueOf(value));
        }
    }
}
