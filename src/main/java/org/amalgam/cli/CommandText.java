package org.amalgam.cli;

import picocli.CommandLine.Model.CommandSpec;

/** The command line that a report tells, so that others can run it again. */
final class CommandText {

    private CommandText() {}

    /** What was typed after the program's name; picocli gives each verb all of it. */
    static String of(CommandSpec spec) {
        return "./amalgam " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }
}
