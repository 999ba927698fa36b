package org.amalgam.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.pipeline.Workbench;
import org.amalgam.pipeline.WorkbenchFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What a merchandiser may do with the rules of a store. */
@Command(
        name = "rules",
        description = "Pin, boost, bury or exclude items in what shoppers are shown.",
        subcommands = {
            RulesCommand.ListThem.class,
            RuleAddCommand.class,
            RulesCommand.Remove.class,
            RulesCommand.Enable.class,
            RulesCommand.Disable.class,
            RulePreviewCommand.class,
            RulesCommand.Audit.class
        },
        mixinStandardHelpOptions = true)
final class RulesCommand {

    /** How the trail names the command line. */
    static final String THROUGH = "command line";

    @ParentCommand private AmalgamCommand root;

    WorkbenchFactory factory() {
        return root.factory();
    }

    /** The store, and how the outcome is told. */
    static final class Store {

        @Option(names = "--db", required = true, paramLabel = "PATH", description = "the store")
        private Path path;

        @Option(names = "--json", description = "print one JSON document")
        private boolean json;

        Workbench open(RulesCommand rules) {
            return rules.factory().open(ExistingStore.at(path));
        }

        boolean json() {
            return json;
        }

        void print(RuleBook book) {
            System.out.println(json ? Json.of(RuleText.asJson(book)) : RuleText.of(book));
        }
    }

    /** Why a rule is changed, for the trail. */
    static final class Why {

        @Option(names = "--why", defaultValue = "", description = "kept in the audit trail")
        private String text;

        String text() {
            return text;
        }
    }

    /** Tells the rules. */
    @Command(
            name = "list",
            description = "Tell all rules, those of no effect too.",
            mixinStandardHelpOptions = true)
    static final class ListThem implements Callable<Integer> {

        @ParentCommand private RulesCommand parent;
        @Mixin private Store store;

        @Override
        public Integer call() {
            try (Workbench workbench = store.open(parent)) {
                store.print(workbench.rules());
            }
            return 0;
        }
    }

    /** Tells what was changed. */
    @Command(
            name = "audit",
            description = "Tell who changed which rule when and why, newest first.",
            mixinStandardHelpOptions = true)
    static final class Audit implements Callable<Integer> {

        @ParentCommand private RulesCommand parent;
        @Mixin private Store store;

        @Override
        public Integer call() {
            try (Workbench workbench = store.open(parent)) {
                System.out.println(
                        store.json()
                                ? Json.of(RuleText.asJson(workbench.ruleTrail()))
                                : RuleText.of(workbench.ruleTrail()));
            }
            return 0;
        }
    }

    /** Changes one rule that is there. */
    abstract static class Change implements Callable<Integer> {

        @ParentCommand private RulesCommand parent;
        @Mixin private Store store;
        @Mixin private Why why;

        @Parameters(paramLabel = "RULE", description = "its number, as 'rules list' tells")
        private int number;

        abstract RuleBook changed(RuleBook book, int rule);

        @Override
        public Integer call() {
            try (Workbench workbench = store.open(parent)) {
                RuleBook book = changed(workbench.rules(), number);
                store.print(workbench.changeRules(book, THROUGH, why.text()));
            }
            return 0;
        }
    }

    /** Removes a rule. */
    @Command(
            name = "remove",
            description = "Remove a rule; the audit trail keeps its text.",
            mixinStandardHelpOptions = true)
    static final class Remove extends Change {
        @Override
        RuleBook changed(RuleBook book, int rule) {
            return book.remove(rule);
        }
    }

    /** Lets a rule act. */
    @Command(
            name = "enable",
            description = "Let a rule act that was disabled.",
            mixinStandardHelpOptions = true)
    static final class Enable extends Change {
        @Override
        RuleBook changed(RuleBook book, int rule) {
            return book.replace(rule, was -> was.enabled(true));
        }
    }

    /** Keeps a rule from acting. */
    @Command(
            name = "disable",
            description = "Keep a rule from acting without removing it.",
            mixinStandardHelpOptions = true)
    static final class Disable extends Change {
        @Override
        RuleBook changed(RuleBook book, int rule) {
            return book.replace(rule, was -> was.enabled(false));
        }
    }
}
