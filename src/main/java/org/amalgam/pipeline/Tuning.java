package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.Holdout;
import org.amalgam.domain.UnusableInput;
import org.amalgam.domain.stage.TaskMonitor;

/**
 * Searches networks' settings on a holdout: random search with successive halving in rounds of
 * {@value NetworkTuning#ROUND}, the first of which includes what the network ships with, until the
 * budget is used up. Which trials are made, and what they give, depends on the seed alone; only how
 * many there are depends on the machine.
 */
final class Tuning {

    private final TuneRequest request;
    private final Holdout holdout;
    private final LongSupplier nanoClock;
    private final TaskMonitor monitor;

    /**
     * @param nanoClock for the budget
     */
    Tuning(TuneRequest request, Holdout holdout, LongSupplier nanoClock, TaskMonitor monitor) {
        this.request = request;
        this.holdout = holdout;
        this.nanoClock = nanoClock;
        this.monitor = monitor;
    }

    /**
     * Searches and writes both files.
     *
     * @throws UnusableInput if there is nothing to learn from or to judge on, or a file cannot be
     *     written
     * @throws IllegalStateException if all trials of a member failed
     * @throws java.util.concurrent.CancellationException if the monitor says so; the table then
     *     holds the trials made so far, and there is no settings file
     */
    TuningReport run() {
        if (!holdout.usable()
                || holdout.early().sessions().stream().allMatch(s -> s.steps().length() < 2)) {
            throw new UnusableInput(
                    "there are too few sessions of two events to learn from and to judge on;"
                            + " give more data");
        }
        Map<String, NetworkSettings> best = new LinkedHashMap<>();
        List<TuningReport.Winner> winners = new ArrayList<>();
        Path table = request.table();
        long start = nanoClock.getAsLong();
        long share = request.budget().toNanos() / request.members().size();
        try (TrialTable trials = new TrialTable(table)) {
            for (String member : request.members()) {
                Budget budget = new Budget(nanoClock, start, share * (1 + winners.size()));
                NetworkTuning tuning =
                        new NetworkTuning(member, request.seed(), holdout, trials, budget, monitor);
                tuning.search();
                best.put(member, tuning.best());
                winners.add(tuning.winner());
            }
        }
        SettingsFile.write(request.out(), best);
        monitor.progress("settings searched", 1, 1);
        return new TuningReport(request.out(), table, winners);
    }
}
