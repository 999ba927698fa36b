package org.amalgam.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.amalgam.domain.DataProfile;
import org.amalgam.pipeline.AttributeReport;
import org.amalgam.pipeline.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells what is in a store. */
@Command(
        name = "profile",
        description = "Tell what is in a store, or how well its items' attributes can be guessed.",
        mixinStandardHelpOptions = true)
final class ProfileCommand implements Callable<Integer> {

    @ParentCommand private AmalgamCommand root;

    @Option(names = "--db", required = true, paramLabel = "PATH", description = "the store")
    private Path store;

    @Option(
            names = "--attributes",
            description = {
                "tell instead how well brand, category and price band can be guessed from all else,"
                        + " and keep confident guesses at what is missing in a file beside the"
                        + " store, for 'recommend --explain'; after an import run it anew"
            })
    private boolean attributes;

    @Option(
            names = "--seed",
            defaultValue = "42",
            description = "of --attributes, 42 when not given")
    private long seed;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        try (Workbench workbench = root.factory().open(ExistingStore.at(store))) {
            if (attributes) {
                guess(workbench);
            } else {
                describe(workbench);
            }
        }
        return 0;
    }

    private void describe(Workbench workbench) {
        DataProfile profile = workbench.profile();
        if (json) {
            System.out.println(Json.of(profile));
        } else {
            profile.tables().forEach(table -> System.out.println(TextTable.of(table)));
        }
    }

    private void guess(Workbench workbench) {
        AttributeReport report = workbench.attributes(seed, new ConsoleMonitor());
        System.out.println(json ? Json.of(AttributeJson.of(report)) : AttributeText.of(report));
    }
}
