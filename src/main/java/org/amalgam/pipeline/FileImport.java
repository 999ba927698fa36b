package org.amalgam.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.ingest.BotWatch;
import org.amalgam.ingest.LineReader;
import org.amalgam.ingest.LogFormat;
import org.amalgam.ingest.ParsedLine;
import org.amalgam.ingest.SourceFile;
import org.amalgam.store.EventStore;
import org.amalgam.store.SourceCounts;
import org.amalgam.store.SourceDescription;
import org.amalgam.store.SourceWriter;

/** The import of one log or catalogue. Used once, by one thread. */
final class FileImport {

    /** So many lines are judged before the first is stored. */
    private static final int PROBE_LINES = 5_000;

    private final EventStore store;
    private final CleaningSettings settings;
    private final SourceFile file;
    private final ImportTally tally;
    private final BotWatch bots;
    private final RejectedShare share;

    FileImport(EventStore store, CleaningSettings settings, SourceFile file, ImportTally tally) {
        this.store = store;
        this.settings = settings;
        this.file = file;
        this.tally = tally;
        this.bots = new BotWatch(settings.bots());
        this.share = new RejectedShare(file.path(), settings.rejectedShare());
    }

    void run(TaskMonitor monitor) {
        Optional<SourceCounts> before = store.imported(file.sha256());
        if (before.isPresent() && before.get().complete()) {
            tally.passOver(before.get().read());
            return;
        }
        try (LineReader lines = file.read(settings, monitor)) {
            List<ParsedLine> probe = probe(lines);
            share.requireUsable();
            boolean catalogue = file.format().content() == LogFormat.Content.ITEMS;
            try (SourceWriter writer =
                    store.write(
                            new SourceDescription(
                                    file.name(), file.sha256(), file.format().name(), catalogue))) {
                store(probe, lines, writer, monitor);
            }
        }
    }

    private List<ParsedLine> probe(LineReader lines) {
        List<ParsedLine> probe = new ArrayList<>();
        while (probe.size() < PROBE_LINES && lines.hasNext()) {
            ParsedLine line = lines.next();
            share.count(line);
            probe.add(line);
        }
        return probe;
    }

    private void store(
            List<ParsedLine> probe, LineReader lines, SourceWriter writer, TaskMonitor monitor) {
        try {
            probe.forEach(line -> store(line, writer));
            while (lines.hasNext()) {
                monitor.checkCancelled();
                ParsedLine line = lines.next();
                share.count(line);
                store(line, writer);
            }
            share.requireUsable();
        } catch (UnusableInput e) {
            writer.undo();
            throw e;
        }
        tally.bots(writer.finish(bots.bots()));
    }

    private void store(ParsedLine line, SourceWriter writer) {
        if (line instanceof ParsedLine.Kept kept) {
            bots.see(kept.log()); // also what is stored already: the pace goes across the break
        }
        if (line.line() <= writer.before().lastLine()) {
            tally.passOver(1);
        } else if (line instanceof ParsedLine.Kept kept) {
            writer.keep(kept.log(), kept.rating(), kept.about(), kept.repaired());
            tally.keep(kept.repaired());
        } else if (line instanceof ParsedLine.Described described) {
            writer.describe(described.entry(), described.repaired());
            tally.keep(described.repaired());
        } else if (line instanceof ParsedLine.Rejected bad) {
            writer.reject(bad.rejected());
            tally.reject(file.name(), bad.rejected());
        } else {
            writer.passOver(line.line());
            tally.passOver(1);
        }
    }
}
