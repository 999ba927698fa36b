package org.amalgam.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amalgam.pipeline.FollowRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.pipeline.ReportTarget;
import org.amalgam.pipeline.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The main job without a window. */
@Command(
        name = "replay",
        description = "Replay a store: predict, reveal, score, learn; write a report.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    /** Whether something is done. */
    enum Switch {
        ON,
        OFF
    }

    @ParentCommand private AmalgamCommand root;
    @Spec private CommandSpec spec;
    @Mixin private MemberOptions members;
    @Mixin private WeightOptions weights;
    @Mixin private ReportOptions report;
    @Mixin private FollowOptions follow;

    @Option(names = "--db", required = true, paramLabel = "PATH", description = "the store")
    private Path store;

    @Option(
            names = "--fusion",
            defaultValue = "hedge",
            paramLabel = "NAME",
            description =
                    "hedge (learned live, default), weighted (by hand), majority, borda, rrf,"
                            + " learned or stacking (both learned before, and kept)")
    private String fusion;

    @Option(names = "--speed", defaultValue = "max", paramLabel = "max|N")
    private String speed;

    @Option(names = "--from", paramLabel = "TIME", description = "first event time to replay")
    private Instant from;

    @Option(names = "--until", paramLabel = "TIME", description = "first event time not to replay")
    private Instant until;

    @Option(names = "--learn", defaultValue = "on", paramLabel = "on|off")
    private Switch learn;

    @Option(
            names = "--adjust",
            defaultValue = "on",
            paramLabel = "on|off",
            description = "learn faster for a while after quality has fallen (default: on)")
    private Switch adjust;

    @Option(names = "--strict", description = "learn after every single event")
    private boolean strict;

    @Override
    public Integer call() {
        ReplayRequest request = request();
        Optional<FollowRequest> log = follow.request(request);
        if (log.isPresent()) {
            follow(request, log.get());
            return 0;
        }
        try (Workbench workbench = root.factory().open(ExistingStore.at(store))) {
            ReportTarget target = report.target(spec);
            ConsoleMonitor monitor = ConsoleMonitor.of(root.factory(), request.members());
            ReplaySummary summary = workbench.replay(request, target, monitor);
            report.print(summary, target);
        }
        return 0;
    }

    private void follow(ReplayRequest request, FollowRequest log) {
        try (FollowConsole console = new FollowConsole();
                Workbench workbench = root.factory().open(ExistingStore.at(store))) {
            ReportTarget target = report.target(spec);
            report.print(workbench.follow(request, log, target, console), target);
        }
    }

    private ReplayRequest request() {
        List<String> names = members.members();
        return new ReplayRequest(
                names,
                weights.request(fusion),
                Speed.parse(speed),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                learn == Switch.ON,
                adjust == Switch.ON,
                strict,
                members.seed(),
                members.settings());
    }
}
