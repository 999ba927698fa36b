package org.amalgam.cli;

import java.util.concurrent.Callable;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.pipeline.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Adds a rule. */
@Command(
        name = "add",
        description = "Add a rule, which acts in replays and lists from then on.",
        mixinStandardHelpOptions = true)
final class RuleAddCommand implements Callable<Integer> {

    @ParentCommand private RulesCommand parent;
    @Mixin private RulesCommand.Store store;
    @Mixin private RulesCommand.Why why;
    @Mixin private RuleOptions rule;

    @Override
    public Integer call() {
        try (Workbench workbench = store.open(parent)) {
            RuleBook book = workbench.rules().add(rule.rule());
            store.print(workbench.changeRules(book, RulesCommand.THROUGH, why.text()));
        }
        return 0;
    }
}
