package org.amalgam.ingest;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.UnusableInput;

/** The records of one comma-separated file (RFC 4180; blank lines left out). Not thread-safe. */
final class Csv implements Closeable {

    /**
     * More line breaks than this in one field mean that a quotation mark was never closed and
     * swallows the lines after it. No title or query is so long.
     */
    static final int MOST_LINE_BREAKS = 20;

    private final Path path;
    private final CloseableIterator<CsvRecord> records;
    private long lastLine;

    Csv(Path path, Reader reader) {
        this.path = path;
        this.records = CsvReader.builder().ofCsvRecord(reader).iterator();
    }

    static List<String> header(Path path, Reader reader) {
        // The iterator is not closed: the reader belongs to the caller.
        return new Csv(path, reader)
                .next()
                .orElseThrow(
                        () ->
                                new UnusableInput(
                                        path
                                                + " holds only blank lines; the first must name the"
                                                + " columns"))
                .getFields();
    }

    /** The next record; empty at the end of the file. */
    Optional<CsvRecord> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            lastLine = record.getStartingLineNumber();
            requireClosedQuotes(record);
            return Optional.of(record);
        } catch (UncheckedIOException e) {
            throw SourceFile.unreadable(path, lastLine + 1, e.getCause());
        } catch (CsvParseException e) {
            throw unclosed(lastLine + 1, e);
        }
    }

    private void requireClosedQuotes(CsvRecord record) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            String field = record.getField(i);
            if (field.length() > MOST_LINE_BREAKS
                    && field.chars().filter(c -> c == '\n').count() > MOST_LINE_BREAKS) {
                throw unclosed(record.getStartingLineNumber(), null);
            }
        }
    }

    private UnusableInput unclosed(long line, CsvParseException cause) {
        return new UnusableInput(
                path
                        + ", line "
                        + line
                        + ": a quotation mark is opened and not closed; close it or take it out",
                cause);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
