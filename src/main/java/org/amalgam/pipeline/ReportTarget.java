package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import org.amalgam.evaluation.CaseSinks;
import org.amalgam.evaluation.ListsWriter;

/**
 * Where a run's report goes, and what else is written.
 *
 * @param directory made when missing; gets summary.json, report.html and charts
 * @param lists file for the top 20 of every case and ranker
 * @param command the command line that made the run, for the report
 * @param truth folder of a simulated shop's truth, to report the best possible ranker beside
 * @param kept folder for the members' best items in every case, to fuse them anew later
 */
public record ReportTarget(
        Path directory,
        Optional<Path> lists,
        String command,
        Optional<Path> truth,
        Optional<Path> kept) {

    /** Without a truth, as of any shop but a simulated one, and keeping no answers. */
    public ReportTarget(Path directory, Optional<Path> lists, String command) {
        this(directory, lists, command, Optional.empty(), Optional.empty());
    }

    /**
     * Who hears of every case: the file of lists, where one was asked for. The caller may add
     * others, and closes it.
     *
     * @param originalId the source's id of an item by its dense number
     */
    CaseSinks sinks(IntFunction<String> originalId) {
        CaseSinks sinks = new CaseSinks();
        lists.ifPresent(file -> sinks.add(new ListsWriter(file, originalId)));
        return sinks;
    }

    /** The same with the truth of a simulated shop. */
    public ReportTarget with(Path folder) {
        return new ReportTarget(directory, lists, command, Optional.of(folder), kept);
    }

    /** The same, keeping the members' answers there. */
    public ReportTarget keeping(Path folder) {
        return new ReportTarget(directory, lists, command, truth, Optional.of(folder));
    }
}
