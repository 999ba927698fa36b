package org.amalgam.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amalgam.config.MemberSettings;
import org.amalgam.pipeline.ColdStartRequest;
import org.amalgam.pipeline.OfflineRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.ReportTarget;
import org.amalgam.pipeline.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Offline protocols. */
@Command(
        name = "evaluate",
        description = "Score rankers by an offline protocol.",
        mixinStandardHelpOptions = true,
        subcommands = {
            EvaluateCommand.Sessions.class,
            EvaluateCommand.Sequences.class,
            EvaluateCommand.Stream.class,
            EvaluateCommand.Cold.class,
            EvaluateKeptCommand.class
        },
        synopsisSubcommandLabel = "(sessions | sequences | stream | cold | kept)")
final class EvaluateCommand implements Callable<Integer> {

    @ParentCommand AmalgamCommand root;

    @Override
    public Integer call() {
        throw new IllegalArgumentException(
                "evaluate needs a protocol: sessions, sequences, stream, cold or kept");
    }

    /** Train and test files of sessions. */
    @Command(
            name = "sessions",
            description = "Train on one file of sessions, predict another step by step.",
            mixinStandardHelpOptions = true)
    static final class Sessions implements Callable<Integer> {

        @ParentCommand private EvaluateCommand parent;
        @Spec private CommandSpec spec;
        @Mixin private MemberOptions members;
        @Mixin private FusionOptions fusion;
        @Mixin private ReportOptions report;
        @Mixin private KeepOption keep;

        @Option(names = "--train", required = true, paramLabel = "F", description = "to learn from")
        private Path train;

        @Option(names = "--test", required = true, paramLabel = "F", description = "to predict")
        private Path test;

        @Override
        public Integer call() {
            return parent.offline(
                    new OfflineRequest.Sessions(train, test), members, fusion, report, keep, spec);
        }
    }

    /** A file of one sequence a user. */
    @Command(
            name = "sequences",
            description = "Predict each user's last item from those before it.",
            mixinStandardHelpOptions = true)
    static final class Sequences implements Callable<Integer> {

        @ParentCommand private EvaluateCommand parent;
        @Spec private CommandSpec spec;
        @Mixin private MemberOptions members;
        @Mixin private FusionOptions fusion;
        @Mixin private ReportOptions report;
        @Mixin private KeepOption keep;

        @Option(
                names = "--file",
                required = true,
                paramLabel = "F",
                description = "one user a line: user item item ...")
        private Path file;

        @Override
        public Integer call() {
            return parent.offline(
                    new OfflineRequest.Sequences(file), members, fusion, report, keep, spec);
        }
    }

    private int offline(
            OfflineRequest.Files files,
            MemberOptions members,
            FusionOptions fusion,
            ReportOptions report,
            KeepOption keep,
            CommandSpec spec) {
        OfflineRequest request =
                new OfflineRequest(
                        files,
                        members.members(),
                        fusion.request(),
                        members.seed(),
                        members.settings());
        ReportTarget target = keep.in(report.target(spec));
        ConsoleMonitor monitor = ConsoleMonitor.of(root.factory(), request.members());
        report.print(root.factory().evaluate(request, target, monitor), target);
        return 0;
    }

    /** The last part of a store, event by event. */
    @Command(
            name = "stream",
            description = "Train on the first part of a store, then predict, reveal, score, learn.",
            mixinStandardHelpOptions = true)
    static final class Stream implements Callable<Integer> {

        @ParentCommand private EvaluateCommand parent;
        @Spec private CommandSpec spec;
        @Mixin private MemberOptions members;
        @Mixin private FusionOptions fusion;
        @Mixin private ReportOptions report;

        @Option(names = "--db", required = true, paramLabel = "PATH", description = "the store")
        private Path store;

        @Option(names = "--test-share", defaultValue = "0.2", description = "last part, .2")
        private double testShare;

        @Option(
                names = "--truth",
                paramLabel = "DIR",
                description = "truth of a simulated shop: adds the best possible ranker")
        private Path truth;

        @Override
        public Integer call() {
            if (!(testShare > 0 && testShare < 1)) {
                throw new IllegalArgumentException(
                        "--test-share is " + testShare + "; it must lie between 0 and 1");
            }
            MemberSettings settings = members.settings();
            Path existing = ExistingStore.at(store);
            try (Workbench workbench = parent.root.factory().open(existing)) {
                ReplayRequest request =
                        new ReplayRequest(
                                members.members(),
                                fusion.request(),
                                Double.POSITIVE_INFINITY,
                                Optional.of(workbench.splitAt(1 - testShare)),
                                Optional.empty(),
                                true,
                                true,
                                false,
                                members.seed(),
                                settings);
                ReportTarget plain = report.target(spec);
                ReportTarget target = truth == null ? plain : plain.with(truth);
                ConsoleMonitor monitor =
                        ConsoleMonitor.of(parent.root.factory(), request.members());
                report.print(workbench.replay(request, target, monitor), target);
            }
            return 0;
        }
    }

    /** Items without history. */
    @Command(
            name = "cold",
            description =
                    "Train on the first part of a store, then find new items by their content.",
            mixinStandardHelpOptions = true)
    static final class Cold implements Callable<Integer> {

        @ParentCommand private EvaluateCommand parent;
        @Spec private CommandSpec spec;
        @Mixin private ReportOptions report;

        @Option(names = "--db", required = true, paramLabel = "PATH", description = "the store")
        private Path store;

        @Option(names = "--test-share", defaultValue = "0.2", description = "last part, .2")
        private double testShare;

        @Option(
                names = "--skip-share",
                defaultValue = "0",
                description = "part after that which is not looked at, 0")
        private double skippedShare;

        @Option(names = "--seed", defaultValue = "42", description = "42 when not given")
        private long seed;

        @Option(names = "--repeats", defaultValue = "3", description = "seeds of new rows, 3")
        private int repeats;

        @Override
        public Integer call() {
            ColdStartRequest request = new ColdStartRequest(testShare, skippedShare, seed, repeats);
            try (Workbench workbench = parent.root.factory().open(ExistingStore.at(store))) {
                ReportTarget target = report.target(spec);
                report.print(workbench.evaluateCold(request, target, new ConsoleMonitor()), target);
            }
            return 0;
        }
    }
}
