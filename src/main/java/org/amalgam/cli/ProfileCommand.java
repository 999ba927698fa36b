package org.amalgam.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.amalgam.domain.DataProfile;
import org.amalgam.pipeline.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells what is in a store. */
@Command(
        name = "profile",
        description = "Tell what is in a store.",
        mixinStandardHelpOptions = true)
final class ProfileCommand implements Callable<Integer> {

    @ParentCommand private AmalgamCommand root;

    @Option(names = "--db", required = true, paramLabel = "PATH", description = "the store")
    private Path store;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        try (Workbench workbench = root.factory().open(ExistingStore.at(store))) {
            DataProfile profile = workbench.profile();
            if (json) {
                System.out.println(Json.of(profile));
            } else {
                profile.tables().forEach(table -> System.out.println(TextTable.of(table)));
            }
        }
        return 0;
    }
}
