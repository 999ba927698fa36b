package org.amalgam.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.amalgam.domain.ImportReport;
import org.amalgam.domain.RejectedLine;
import org.amalgam.pipeline.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Loads logs into a store. */
@Command(
        name = "import",
        description = "Load behaviour logs, catalogues and campaigns into a store.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @ParentCommand private AmalgamCommand root;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "logs; .gz is read as is")
    private List<Path> files;

    @Option(names = "--db", required = true, paramLabel = "PATH", description = "the store")
    private Path store;

    @Option(
            names = "--format",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "canonical, retailrocket, catalogue, campaigns or auto (default)")
    private String format;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() {
        try (Workbench workbench = root.factory().open(store)) {
            ImportReport report = workbench.importLogs(files, format, new ConsoleMonitor());
            System.out.println(json ? Json.of(asJson(report)) : asText(report));
            report.examples().forEach(line -> System.err.println(example(line)));
            if (report.rejectedTotal() > 0) {
                System.err.println(
                        "amalgam: all other lines are kept; to use these too, correct the file and"
                                + " import it into a new store");
            }
        }
        return 0;
    }

    private static Map<String, Object> asJson(ImportReport report) {
        Map<String, Object> rejected = new LinkedHashMap<>();
        report.rejected().forEach((reason, count) -> rejected.put(label(reason), count));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("read", report.read());
        json.put("kept", report.kept());
        json.put("rejected", rejected);
        json.put("duplicates", report.duplicates());
        json.put("repaired", report.repaired());
        json.put("bots", report.bots());
        json.put("campaigns", report.campaigns());
        json.put("seconds", report.seconds());
        return json;
    }

    private static String asText(ImportReport report) {
        StringBuilder text =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "read %,d lines in %.1f s: kept %,d (repaired %,d, of bots %,d),"
                                        + " rejected %,d, duplicates %,d",
                                report.read(),
                                report.seconds(),
                                report.kept(),
                                report.repaired(),
                                report.bots(),
                                report.rejectedTotal(),
                                report.duplicates()));
        if (report.campaigns() > 0) {
            text.append(
                    String.format(
                            Locale.ROOT, "%n  campaigns, new or changed: %,d", report.campaigns()));
        }
        report.rejected()
                .forEach(
                        (reason, count) ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "%n  rejected for %s: %,d",
                                                label(reason),
                                                count)));
        return text.toString();
    }

    private static String example(RejectedLine line) {
        return "amalgam: line "
                + line.line()
                + " left out for "
                + label(line.reason())
                + ": "
                + line.detail();
    }

    private static String label(RejectedLine.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
