package org.amalgam.ingest;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.amalgam.config.CleaningSettings;

/**
 * The data lines of one file, each judged, in file order. Reads as it goes; keeps only the latest
 * lines, to tell repeats. Throws {@link org.amalgam.domain.UnusableInput} where the file cannot be
 * read on. Not thread-safe.
 */
public final class LineReader implements Iterator<ParsedLine>, AutoCloseable {

    private final SourceFile file;
    private final Csv csv;
    private final LineJudge judge;
    private Optional<CsvRecord> next;

    LineReader(SourceFile file, Reader reader, CleaningSettings settings) {
        this.file = file;
        this.csv = new Csv(file.path(), reader);
        this.judge = new LineJudge(file.header(), file.format(), settings);
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
        return judge.judge(record.getStartingLineNumber(), record.getFields());
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
