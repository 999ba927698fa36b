package org.amalgam.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.amalgam.pipeline.WorkbenchFactory.ShopSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes a simulated shop. */
@Command(
        name = "simulate",
        description =
                "Write a simulated shop's log, catalogue and campaigns, with the ground truth.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    @ParentCommand private AmalgamCommand root;

    @Option(names = "--users", defaultValue = "600", description = "600 when not given")
    private int users;

    @Option(names = "--items", defaultValue = "1200", description = "1,200 when not given")
    private int items;

    @Option(names = "--events", defaultValue = "24000", description = "24,000 when not given")
    private int events;

    @Option(names = "--seed", defaultValue = "42", description = "42 when not given")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder to write")
    private Path directory;

    @Override
    public Integer call() {
        ShopSize size = new ShopSize(users, items, events);
        root.factory().simulate(size, seed, directory, new ConsoleMonitor());
        System.out.println("wrote the shop to " + directory);
        return 0;
    }
}
