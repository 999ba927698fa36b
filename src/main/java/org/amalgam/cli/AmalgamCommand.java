package org.amalgam.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.amalgam.pipeline.WorkbenchFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command line: without a verb it opens the workbench. */
@Command(
        name = "amalgam",
        description = "A workbench for recommendation on e-commerce behaviour logs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            SimulateCommand.class,
            ImportCommand.class,
            ProfileCommand.class,
            TrainCommand.class,
            ReplayCommand.class,
            EvaluateCommand.class,
            RecommendCommand.class,
            RulesCommand.class,
            TuneCommand.class,
            BenchCommand.class
        })
public final class AmalgamCommand implements Callable<Integer> {

    /** Opens the window; returns false when there is no display. */
    @FunctionalInterface
    public interface Window {
        boolean open(WorkbenchFactory factory, Optional<Path> store);
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "add the stack trace to an error")
    private boolean verbose;

    @Option(names = "--db", description = "store to open in the window")
    private Path store;

    private final WorkbenchFactory factory;
    private final Window window;

    private AmalgamCommand(WorkbenchFactory factory, Window window) {
        this.factory = factory;
        this.window = window;
    }

    /** The command line over these use cases. */
    public static CommandLine commandLine(WorkbenchFactory factory, Window window) {
        AmalgamCommand root = new AmalgamCommand(factory, window);
        CommandLine line = new CommandLine(root);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(ErrorLine::wrongUsage);
        line.setExecutionExceptionHandler(
                (error, command, result) -> ErrorLine.failed(error, command, root.verbose));
        return line;
    }

    WorkbenchFactory factory() {
        return factory;
    }

    @Override
    public Integer call() throws Exception {
        if (window.open(factory, Optional.ofNullable(store))) {
            return 0;
        }
        System.err.println("amalgam: no display found, so the demo runs here instead");
        return DemoCommand.run(factory, Optional.empty());
    }
}
