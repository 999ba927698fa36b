package org.amalgam.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.pipeline.RulePreview;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.Workbench;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells what a change would do, and changes nothing. */
@Command(
        name = "preview",
        description = {
            "Tell what the latest 2,000 cases would have been with one more rule, or without some:"
                    + " quality, share of slots, coverage and a revenue proxy, before and after,"
                    + " with 95 % intervals. Changes nothing."
        },
        mixinStandardHelpOptions = true)
final class RulePreviewCommand implements Callable<Integer> {

    @ParentCommand private RulesCommand parent;
    @Mixin private RulesCommand.Store store;

    @ArgGroup(multiplicity = "1")
    private Change change;

    @Option(names = "--seed", defaultValue = "42", description = "42 when not given")
    private long seed;

    /** One more rule, or some less. */
    static final class Change {

        @ArgGroup(exclusive = false, multiplicity = "1")
        private RuleOptions added;

        @Option(
                names = "--without",
                split = ",",
                paramLabel = "1,2",
                description = "rules that would be removed")
        private List<Integer> without = List.of();

        RuleBook of(RuleBook book) {
            RuleBook changed = book;
            for (int number : without) {
                changed = changed.remove(number);
            }
            return added == null ? changed : changed.add(added.rule());
        }
    }

    @Override
    public Integer call() {
        try (Workbench workbench = store.open(parent)) {
            RuleBook book = change.of(workbench.rules());
            ConsoleMonitor monitor = ConsoleMonitor.of(parent.factory(), TrainRequest.ALL);
            RulePreview preview = workbench.previewRules(book, seed, monitor);
            System.out.println(
                    store.json() ? Json.of(RuleText.asJson(preview)) : RuleText.of(preview));
        }
        return 0;
    }
}
