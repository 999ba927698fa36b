package org.amalgam.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.CampaignLine;
import org.amalgam.domain.RejectedLine;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.ingest.LineReader;
import org.amalgam.ingest.ParsedLine;
import org.amalgam.ingest.SourceFile;
import org.amalgam.store.CampaignStore;
import org.amalgam.store.SourceCounts;

/**
 * The import of one file of campaigns, all at once. Unlike a log it is read again when it was
 * loaded before: another file may have replaced its campaigns since. Used once, by one thread.
 */
final class CampaignImport {

    private final CampaignStore store;
    private final CleaningSettings settings;
    private final SourceFile file;
    private final ImportTally tally;
    private final RejectedShare share;
    private final List<ParsedLine> lines = new ArrayList<>();
    private final List<CampaignLine> entries = new ArrayList<>();
    private final List<RejectedLine> rejected = new ArrayList<>();
    private long repaired;

    CampaignImport(
            CampaignStore store, CleaningSettings settings, SourceFile file, ImportTally tally) {
        this.store = store;
        this.settings = settings;
        this.file = file;
        this.tally = tally;
        this.share = new RejectedShare(file.path(), settings.rejectedShare());
    }

    void run(TaskMonitor monitor) {
        try (LineReader reader = file.read(settings, monitor)) {
            while (reader.hasNext()) {
                monitor.checkCancelled();
                take(reader.next());
            }
        }
        share.requireUsable();
        CampaignStore.Written written =
                store.write(
                        new CampaignStore.Told(
                                file.name(), file.sha256(), entries, rejected, counts()));
        tally.campaigns(written.changed());
        if (written.known() && written.changed() == 0) {
            tally.passOver(lines.size());
        } else {
            lines.forEach(this::tell);
        }
    }

    private void take(ParsedLine line) {
        share.count(line);
        lines.add(line);
        if (line instanceof ParsedLine.Advertised advertised) {
            entries.add(advertised.entry());
            repaired += advertised.repaired() ? 1 : 0;
        } else if (line instanceof ParsedLine.Rejected bad) {
            rejected.add(bad.rejected());
        }
    }

    private SourceCounts counts() {
        long last = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).line();
        long duplicates = (long) lines.size() - entries.size() - rejected.size();
        return new SourceCounts(
                true, last, lines.size(), entries.size(), rejected.size(), duplicates, repaired);
    }

    private void tell(ParsedLine line) {
        if (line instanceof ParsedLine.Advertised advertised) {
            tally.keep(advertised.repaired());
        } else if (line instanceof ParsedLine.Rejected bad) {
            tally.reject(file.name(), bad.rejected());
        } else {
            tally.passOver(1);
        }
    }
}
