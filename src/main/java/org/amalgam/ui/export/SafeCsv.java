package org.amalgam.ui.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The one way in which the window writes CSV (RFC 4180). A text that a spreadsheet would take for a
 * formula gets an apostrophe before it (OWASP, "CSV Injection"); numbers stay as they are, negative
 * ones and percentages among them. Thread-safe.
 */
public final class SafeCsv {

    /** With the wide forms that Chinese and Japanese keyboards write. */
    private static final String FORMULA_BEGINS = "=+-@\t\r\n＝＋－＠";

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?\\d[\\d, ]*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?\\s*%?");

    private SafeCsv() {}

    /**
     * Writes heads and rows; the writer stays open.
     *
     * @param rows cells, as many as heads each
     */
    public static void write(Writer out, List<String> heads, Iterable<? extends List<?>> rows)
            throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(heads.stream().map(SafeCsv::cell).toList());
        for (List<?> row : rows) {
            csv.writeRecord(row.stream().map(cell -> cell(String.valueOf(cell))).toList());
        }
        csv.flush();
    }

    /** The same as a text. */
    public static String text(List<String> heads, Iterable<? extends List<?>> rows) {
        StringWriter text = new StringWriter();
        try {
            write(text, heads, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A cell as spreadsheets may have it, before any quoting. */
    public static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
