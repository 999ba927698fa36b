package org.amalgam.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amalgam.pipeline.TuneRequest;
import org.amalgam.pipeline.TuningReport;
import org.amalgam.pipeline.Workbench;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Searches settings. */
@Command(
        name = "tune",
        description = {
            "Search networks' settings on the last part of what may be learned from, by random"
                    + " search with successive halving, and write the best as a settings file.",
            "The same seed makes the same trials in the same order; how many there are depends on"
                    + " the budget and the machine. A test part is never looked at."
        },
        mixinStandardHelpOptions = true)
final class TuneCommand implements Callable<Integer> {

    @ParentCommand private AmalgamCommand root;

    @ArgGroup(multiplicity = "1")
    private Data data;

    @Option(
            names = "--members",
            required = true,
            split = ",",
            paramLabel = "NAME",
            description = "networks, e.g. lstm,cnn; they share the budget equally")
    private List<String> members;

    @Option(
            names = "--budget",
            required = true,
            paramLabel = "TIME",
            description = "wall time, e.g. 90s, 30m, 2h; looked at between trials")
    private String budget;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "settings file to write; all trials go to the .tsv beside it")
    private Path out;

    @Option(names = "--seed", defaultValue = "42", description = "42 when not given")
    private long seed;

    @Option(
            names = "--train-share",
            defaultValue = "0.8",
            description = "with --db: share of events that may be looked at, .8 when not given")
    private double share;

    /** What to search on. */
    static final class Data {
        @Option(names = "--train", paramLabel = "F", description = "sessions to learn from")
        private Path train;

        @Option(names = "--file", paramLabel = "F", description = "one user a line: user item ...")
        private Path file;

        @Option(names = "--db", paramLabel = "PATH", description = "the store")
        private Path store;
    }

    @Override
    public Integer call() {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "--train-share is " + share + "; it must lie between 0 and 1");
        }
        List<String> networks = TuneRequest.NETWORKS;
        List<String> known = networks.stream().filter(members::contains).toList();
        TuneRequest request =
                new TuneRequest(
                        networks.containsAll(members) ? known : members,
                        WallTime.parse("--budget", budget),
                        out,
                        seed);
        System.out.println(asText(run(request)));
        return 0;
    }

    private TuningReport run(TuneRequest request) {
        ConsoleMonitor monitor = ConsoleMonitor.of(root.factory(), TuneRequest.NETWORKS);
        if (data.store == null) {
            TuneRequest.Files files =
                    data.train != null
                            ? new TuneRequest.Sessions(data.train)
                            : new TuneRequest.Sequences(data.file);
            return root.factory().tune(files, request, monitor);
        }
        try (Workbench workbench = root.factory().open(ExistingStore.at(data.store))) {
            return workbench.tune(workbench.splitAt(share), request, monitor);
        }
    }

    private static String asText(TuningReport report) {
        StringBuilder text =
                new StringBuilder(
                        "settings in " + report.settings() + ", all trials in " + report.table());
        for (TuningReport.Winner winner : report.winners()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%n%s: %d trials in %.0f s, %,d cases; %s%n  best     %s%n  shipped  %s",
                            winner.member(),
                            winner.trials(),
                            winner.seconds(),
                            winner.best().cases(),
                            winner.shipped() ? "nothing beat what it ships with" : "found better",
                            asText(winner.best()),
                            asText(winner.bestShipped())));
        }
        return text.toString();
    }

    private static String asText(TuningReport.Figures figures) {
        return String.format(
                Locale.ROOT,
                "HR@20 %.4f  MRR@20 %.4f after epoch %d of %d",
                figures.hr20(),
                figures.mrr20(),
                figures.epochs(),
                figures.allowedEpochs());
    }
}
