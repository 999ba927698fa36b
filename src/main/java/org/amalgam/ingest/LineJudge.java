package org.amalgam.ingest;

import java.util.List;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.RejectedLine.Reason;

/** Says what becomes of each line of one file, in file order. Not thread-safe. */
final class LineJudge {

    private final int columns;
    private final LineParser parser;
    private final RecentLines recent;

    LineJudge(Header header, LogFormat format, CleaningSettings settings) {
        this.columns = header.columns().size();
        this.parser = format.parser(header, settings);
        this.recent = new RecentLines(settings.duplicateSpan());
    }

    ParsedLine judge(long line, List<String> fields) {
        if (fields.size() != columns) {
            return new ParsedLine.Rejected(
                    new RejectedLine(
                            line,
                            Reason.WRONG_FIELD_COUNT,
                            fields.size() + " fields, the header has " + columns));
        }
        ParsedLine parsed = parser.parse(line, fields);
        boolean usable = !(parsed instanceof ParsedLine.Rejected);
        return usable && recent.repeats(fields) ? new ParsedLine.Duplicate(line) : parsed;
    }
}
