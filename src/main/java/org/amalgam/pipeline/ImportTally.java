package org.amalgam.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.RejectedLine;

/** Adds up an import. Not thread-safe. */
final class ImportTally {

    private static final int MOST_EXAMPLES = 20;

    private final Map<RejectedLine.Reason, Long> rejected =
            new EnumMap<>(RejectedLine.Reason.class);
    private final List<RejectedLine> examples = new ArrayList<>();
    private long kept;
    private long duplicates;
    private long repaired;
    private long bots;
    private long campaigns;

    void keep(boolean mended) {
        kept++;
        repaired += mended ? 1 : 0;
    }

    void reject(String file, RejectedLine line) {
        rejected.merge(line.reason(), 1L, Long::sum);
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(new RejectedLine(line.line(), line.reason(), file + ": " + line.detail()));
        }
    }

    void passOver(long lines) {
        duplicates += lines;
    }

    void bots(long lines) {
        bots += lines;
    }

    void campaigns(long changed) {
        campaigns += changed;
    }

    ImportReport report(double seconds) {
        long read = kept + duplicates;
        for (long count : rejected.values()) {
            read += count;
        }
        return new ImportReport(
                read, kept, rejected, duplicates, repaired, bots, examples, campaigns, seconds);
    }
}
