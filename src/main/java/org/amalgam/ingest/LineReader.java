package org.amalgam.ingest;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;

/**
 * The data lines of one file, each judged, in file order. Reads as it goes; keeps only the latest
 * lines, to tell repeats. Throws {@link org.amalgam.domain.UnusableInput} where the file cannot be
 * read on. Not thread-safe.
 */
public final class LineReader implements Iterator<ParsedLine>, AutoCloseable {

    private final SourceFile file;
    private final Csv csv;
    private final LineParser parser;
    private final RecentLines recent;
    private Optional<CsvRecord> next;

    LineReader(SourceFile file, Reader reader, CleaningSettings settings) {
        this.file = file;
        this.csv = new Csv(file.path(), reader);
        this.parser = file.format().parser(file.header(), settings);
        this.recent = new RecentLines(settings.duplicateSpan());
        csv.next(); // the header, known from the inspection
        this.next = csv.next();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public ParsedLine next() {
        CsvRecord record = next.orElseThrow(NoSuchElementException::new);
        next = csv.next();
        return judge(record.getStartingLineNumber(), record.getFields());
    }

    private ParsedLine judge(long line, List<String> fields) {
        int expected = file.header().columns().size();
        if (fields.size() != expected) {
            return new ParsedLine.Rejected(
                    new RejectedLine(
                            line,
                            Reason.WRONG_FIELD_COUNT,
                            fields.size() + " fields, the header has " + expected));
        }
        ParsedLine parsed = parser.parse(line, fields);
        boolean usable = !(parsed instanceof ParsedLine.Rejected);
        return usable && recent.repeats(fields) ? new ParsedLine.Duplicate(line) : parsed;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw SourceFile.unreadable(file.path(), 0, e);
        }
    }
}
