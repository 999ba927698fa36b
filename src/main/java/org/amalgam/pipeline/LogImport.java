package org.amalgam.pipeline;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.amalgam.config.CleaningSettings;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.TaskMonitor;
import org.amalgam.ingest.LogFormat;
import org.amalgam.ingest.LogFormats;
import org.amalgam.ingest.SourceFile;
import org.amalgam.store.EventStore;

/**
 * Loads logs, catalogues and campaigns into the store. Every file is looked at before the first is
 * imported. A file that turns out to be unusable leaves nothing behind; files before it stay. A
 * cancelled or broken-off import can be run again and goes on where it was. Not thread-safe.
 */
public final class LogImport {

    private final EventStore store;
    private final CleaningSettings settings;

    public LogImport(EventStore store, CleaningSettings settings) {
        this.store = requireNonNull(store, "store");
        this.settings = requireNonNull(settings, "settings");
    }

    /**
     * Imports files in the order given.
     *
     * @param format {@code auto} or the name of a format
     * @param monitor hears of bytes read, file by file
     * @throws UnusableInput if a file cannot be imported
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public ImportReport run(List<Path> files, String format, TaskMonitor monitor) {
        long start = System.nanoTime();
        LogFormats.requireKnown(format);
        if (files.isEmpty()) {
            throw new UnusableInput("no file to import; name at least one");
        }
        List<SourceFile> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(SourceFile.inspect(file, format, monitor));
        }
        ImportTally tally = new ImportTally();
        for (SourceFile source : sources) {
            if (source.format().content() == LogFormat.Content.CAMPAIGNS) {
                new CampaignImport(store.campaigns(), settings, source, tally).run(monitor);
            } else {
                new FileImport(store, settings, source, tally).run(monitor);
            }
        }
        return tally.report((System.nanoTime() - start) / 1e9);
    }
}
