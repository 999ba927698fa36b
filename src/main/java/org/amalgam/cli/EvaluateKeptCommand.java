package org.amalgam.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.amalgam.pipeline.KeptRequest;
import org.amalgam.pipeline.ReportTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Fusion anew of what an evaluation kept. */
@Command(
        name = "kept",
        description = "Fuse in another way what evaluate kept with --keep, without its members.",
        mixinStandardHelpOptions = true)
final class EvaluateKeptCommand implements Callable<Integer> {

    @ParentCommand private EvaluateCommand parent;
    @Spec private CommandSpec spec;
    @Mixin private FusionOptions fusion;
    @Mixin private ReportOptions report;

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "what was kept")
    private Path folder;

    @Option(
            names = "--members",
            split = ",",
            paramLabel = "NAME",
            description = "who is fused; all members of that run when not given")
    private List<String> members = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "that of the run when not given")
    private Long seed;

    @Override
    public Integer call() {
        KeptRequest request =
                new KeptRequest(
                        folder,
                        members,
                        fusion.request(),
                        seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
        ReportTarget target = report.target(spec);
        report.print(
                parent.root.factory().evaluateKept(request, target, new ConsoleMonitor()), target);
        return 0;
    }
}
