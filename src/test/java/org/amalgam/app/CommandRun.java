package org.amalgam.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.amalgam.cli.AmalgamCommand;
import org.amalgam.pipeline.Workbenches;
import picocli.CommandLine;

/** What a call of the command line printed and how it ended. */
record CommandRun(int code, String out, String error) {

    /** Runs a command with the real workbench, in this process. */
    static CommandRun run(String... arguments) {
        StringWriter error = new StringWriter();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            CommandLine line =
                    AmalgamCommand.commandLine(new Workbenches(), (factory, store) -> true);
            line.setErr(new PrintWriter(error, true));
            int code = line.execute(arguments);
            return new CommandRun(code, out.toString(StandardCharsets.UTF_8), error.toString());
        } finally {
            System.setOut(before);
        }
    }
}
