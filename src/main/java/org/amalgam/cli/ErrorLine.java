package org.amalgam.cli;

import org.amalgam.domain.UnusableInput;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns what went wrong into one line on stderr and an exit code. */
final class ErrorLine {

    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private ErrorLine() {}

    static int wrongUsage(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        command.getErr()
                .println(
                        "amalgam: "
                                + oneLine(error.getMessage())
                                + " (see "
                                + command.getCommandSpec().qualifiedName()
                                + " --help)");
        return WRONG_USAGE;
    }

    static int failed(Exception error, CommandLine command, boolean verbose) {
        command.getErr().println("amalgam: " + oneLine(message(error)));
        if (verbose) {
            error.printStackTrace(command.getErr());
        }
        return error instanceof UnusableInput || error instanceof IllegalArgumentException
                ? WRONG_USAGE
                : FAILED;
    }

    private static String message(Exception error) {
        return error.getMessage() == null ? error.toString() : error.getMessage();
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
