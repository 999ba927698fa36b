package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.stage.TaskMonitor;

/** Opens workbenches, and does what needs no store. Thread-safe. */
public interface WorkbenchFactory {

    /**
     * What networks among these members run on; empty where there are none. The first call loads
     * the library behind them, which takes a second or two.
     */
    Optional<NetworkEngine> engine(Collection<String> members);

    /** Whether there is a store at this path, of whatever state. */
    boolean exists(Path store);

    /** Opens the store at this path, creating an empty one where there is none. */
    Workbench open(Path store);

    /**
     * Writes the simulated shop's log, catalogue and campaigns into a directory.
     *
     * @return the files to import, catalogue first
     */
    List<Path> writeDemoShop(Path directory, TaskMonitor monitor);

    /** Writes a simulated shop of this size with its ground truth. */
    void simulate(ShopSize size, long seed, Path directory, TaskMonitor monitor);

    /** Runs an offline protocol over files and writes the report. */
    ReplaySummary evaluate(OfflineRequest request, ReportTarget target, TaskMonitor monitor);

    /** Fuses anew what an offline evaluation kept, without its members, and writes the report. */
    ReplaySummary evaluateKept(KeptRequest request, ReportTarget target, TaskMonitor monitor);

    /**
     * Searches networks' settings on the holdout of an offline protocol; writes a settings file and
     * a table of all trials.
     */
    TuningReport tune(TuneRequest.Files files, TuneRequest request, TaskMonitor monitor);

    /** Measures speed, beside what the machine itself can do, and writes a report. */
    BenchReport bench(BenchRequest request, TaskMonitor monitor);

    /** How large a simulated shop is. */
    record ShopSize(int users, int items, int events) {}
}
