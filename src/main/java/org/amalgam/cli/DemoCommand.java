package org.amalgam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amalgam.domain.ImportReport;
import org.amalgam.pipeline.Folders;
import org.amalgam.pipeline.FusionRequest;
import org.amalgam.pipeline.ReplayRequest;
import org.amalgam.pipeline.ReplaySummary;
import org.amalgam.pipeline.ReportTarget;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.Workbench;
import org.amalgam.pipeline.WorkbenchFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The whole line, end to end, on the simulated shop. */
@Command(
        name = "demo",
        description = "Simulated shop, store, training, replay through the ensemble, report.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final Path DEFAULT_DIRECTORY = Path.of("amalgam-demo");
    private static final long SEED = 42;

    @ParentCommand private AmalgamCommand root;

    @Option(names = "--report", paramLabel = "DIR", description = "report folder")
    private Path directory;

    @Override
    public Integer call() throws IOException {
        return run(root.factory(), Optional.ofNullable(directory));
    }

    static int run(WorkbenchFactory factory, Optional<Path> directory) throws IOException {
        Path report = directory.orElse(DEFAULT_DIRECTORY);
        ConsoleMonitor monitor = ConsoleMonitor.of(factory, TrainRequest.ALL);
        Path work = Files.createTempDirectory("amalgam-demo");
        try (Workbench workbench = factory.open(work.resolve("shop"))) {
            say("writing the simulated shop");
            List<Path> files = factory.writeDemoShop(work, monitor);
            ImportReport imported = workbench.importLogs(files, "auto", monitor);
            say("imported " + imported.kept() + " of " + imported.read() + " lines; training");
            workbench.train(
                    new TrainRequest(TrainRequest.ALL, workbench.splitAt(.8), SEED, false),
                    monitor);
            say("replaying the last fifth through the ensemble");
            ReportTarget target =
                    new ReportTarget(report, Optional.empty(), "./amalgam demo --report " + report);
            ReplaySummary summary = workbench.replay(request(), target, monitor);
            System.out.println(ReportOptions.asText(summary, target));
        } finally {
            Folders.delete(work);
        }
        return 0;
    }

    private static ReplayRequest request() {
        return ReplayRequest.atFullSpeed(TrainRequest.ALL, FusionRequest.by("hedge"), false, SEED);
    }

    private static void say(String line) {
        System.err.println("amalgam: " + line);
    }
}
