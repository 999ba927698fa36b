package org.amalgam.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;
import org.amalgam.domain.UnusableInput;

/**
 * The lines of a log that is still being written, each judged as an import would. A line counts
 * when its newline is there; one that ends inside quotation marks waits for the lines that close
 * them. Not thread-safe; throws {@link UnusableInput} where the file cannot be read on.
 */
public final class GrowingLog implements Closeable {

    private final Path path;
    private final String format;
    private final CleaningSettings settings;
    private final GrowingFile file;
    private final RecordReader records;
    private TextDigest digest = new TextDigest();
    private Optional<LineJudge> judge = Optional.empty();
    private String formatName = "";
    private long line;

    private GrowingLog(Path path, String format, CleaningSettings settings) {
        this.path = path;
        this.format = format;
        this.settings = settings;
        this.file = GrowingFile.open(path);
        this.records = new RecordReader(file);
    }

    /**
     * Opens a log at its beginning. One that has no line yet is waited for; the header of one that
     * has is looked at.
     *
     * @param format a format's name or {@link LogFormats#AUTO}
     * @throws UnusableInput if the log cannot be followed
     */
    public static GrowingLog open(Path path, String format, CleaningSettings settings) {
        LogFormats.requireKnown(format);
        GrowingLog log = new GrowingLog(path, format, settings);
        try {
            log.readHeader();
            return log;
        } catch (UnusableInput e) {
            log.close();
            throw e;
        }
    }

    /** The file's name without its folders. */
    public String name() {
        return path.getFileName().toString();
    }

    /** The format that the header told; empty before there is a header. */
    public String formatName() {
        return formatName;
    }

    /** The next line; empty when there is none for now. */
    public Optional<ParsedLine> next() {
        while (readHeader()) {
            Optional<RecordReader.Whole> record = record();
            if (record.isEmpty()) {
                break;
            }
            long start = line + 1;
            Optional<ParsedLine> judged = judge(start, take(record.get()));
            if (judged.isPresent()) {
                return judged;
            }
        }
        return rejectUnclosed();
    }

    private Optional<ParsedLine> judge(long start, String record) {
        try {
            List<String> fields = fields(record);
            return fields.isEmpty()
                    ? Optional.empty()
                    : Optional.of(judge.orElseThrow().judge(start, fields));
        } catch (CsvParseException e) {
            return Optional.of(
                    rejected(start, "no comma-separated text: " + Quoted.cut(e.getMessage())));
        }
    }

    /** Whether the header is known, reading it when it is there. */
    private boolean readHeader() {
        while (judge.isEmpty()) {
            Optional<RecordReader.Whole> record = record();
            if (record.isEmpty()) {
                return false;
            }
            List<String> names = names(record.get().text());
            take(record.get());
            if (!names.isEmpty()) {
                begin(Header.of(path.toString(), names));
            }
        }
        return true;
    }

    private void begin(Header header) {
        LogFormat found = LogFormats.of(format, path.toString(), header);
        if (found.content() != LogFormat.Content.EVENTS) {
            boolean items = found.content() == LogFormat.Content.ITEMS;
            throw new UnusableInput(
                    path
                            + (items ? " describes items" : " tells of campaigns")
                            + " and says nothing of shoppers; import it instead");
        }
        formatName = found.name();
        judge = Optional.of(new LineJudge(header, found, settings));
    }

    private List<String> names(String record) {
        if (record.indexOf('\0') >= 0) {
            throw new UnusableInput(
                    path + " is not text (it holds zero bytes); write it as text in UTF-8");
        }
        try {
            return fields(line == 0 && record.startsWith("\uFEFF") ? record.substring(1) : record);
        } catch (CsvParseException e) {
            throw new UnusableInput(
                    path + ", line 1 is no comma-separated text; it must name the columns", e);
        }
    }

    private Optional<RecordReader.Whole> record() {
        try {
            return records.next();
        } catch (IOException e) {
            throw SourceFile.unreadable(path, line + 1, e);
        }
    }

    private String take(RecordReader.Whole record) {
        records.take(record.lines()).forEach(digest::add);
        line += record.lines();
        return record.text();
    }

    /** Nothing for a blank line. */
    private static List<String> fields(String record) {
        return CsvReader.builder().ofCsvRecord(record).stream()
                .findFirst()
                .map(CsvRecord::getFields)
                .orElse(List.of());
    }

    /** An import would refuse the file; of one that is being written, a line is left out. */
    private Optional<ParsedLine> rejectUnclosed() {
        if (!records.unclosed()) {
            return Optional.empty();
        }
        records.take(1).forEach(digest::add);
        line++;
        return Optional.of(rejected(line, "a quotation mark is opened and not closed"));
    }

    private static ParsedLine rejected(long line, String detail) {
        return new ParsedLine.Rejected(new RejectedLine(line, Reason.UNREADABLE, detail));
    }

    /** Whether something was read that is no whole line yet. */
    public boolean unfinished() {
        return records.unfinished();
    }

    /** SHA-256 of the text up to the line returned last, as an import of just that has it. */
    public String sha256() {
        return digest.value();
    }

    /**
     * How many lines from the beginning are known as a whole text. To be asked before the first
     * line is taken; goes through what there is by now.
     *
     * @param known checksums of texts
     * @return the number of the last line of the longest such text; 0 when there is none
     */
    public long linesKnown(Set<String> known) {
        long found = 0;
        TextDigest text = new TextDigest();
        file.rewind();
        long number = 0;
        try {
            for (var next = file.next(); next.isPresent(); next = file.next()) {
                number++;
                boolean whole = known.contains(text.valueWithoutNewline(next.get()));
                text.add(next.get());
                if (whole || known.contains(text.value())) {
                    found = number;
                }
            }
        } catch (IOException e) {
            throw SourceFile.unreadable(path, number + 1, e);
        }
        startAnew();
        return found;
    }

    private void startAnew() {
        file.rewind();
        records.forget();
        digest = new TextDigest();
        judge = Optional.empty();
        line = 0;
    }

    /**
     * What happened to a file that was cut short or replaced by another: then the next line is the
     * first of what stands there now. To be asked when there is no next line.
     *
     * @return how it is to be told, with what became of a line that was not whole; empty when
     *     nothing happened
     */
    public Optional<Replaced> replaced() {
        boolean cut = unfinished();
        try {
            return file.reopened()
                    .map(
                            what -> {
                                ParsedLine lost =
                                        rejected(line + 1, "unfinished when the file " + what);
                                startAnew();
                                return new Replaced(
                                        path + " " + what + "; reading it from its start",
                                        cut ? Optional.of(lost) : Optional.empty());
                            });
        } catch (IOException e) {
            throw SourceFile.unreadable(path, line, e);
        }
    }

    /**
     * The file is another now.
     *
     * @param warning one line for people
     * @param lost a line of the file before that was never whole
     */
    public record Replaced(String warning, Optional<ParsedLine> lost) {}

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw SourceFile.unreadable(path, line, e);
        }
    }
}
