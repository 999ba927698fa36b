package org.amalgam.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.amalgam.config.MemberSettings;
import org.amalgam.pipeline.TrainRequest;
import org.amalgam.pipeline.TrainingReport;
import org.amalgam.pipeline.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Trains members on a store's past. */
@Command(
        name = "train",
        description = "Train members on what happened before a time, and keep them by the store.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    @ParentCommand private AmalgamCommand root;

    @Option(names = "--db", required = true, paramLabel = "PATH", description = "the store")
    private Path store;

    @Mixin private MemberOptions members;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "first event time not to learn from, e.g. 2026-03-01T00:00:00Z")
    private Instant until;

    @Option(
            names = "--train-share",
            defaultValue = "0.8",
            description = "without --until: share of events to learn from, .8 when not given")
    private double share;

    @Option(
            names = "--resume",
            description =
                    "leave members that are there already, trained on the same data with the same"
                            + " seed and settings, as they are: goes on after a training that was"
                            + " cut short")
    private boolean resume;

    @Override
    public Integer call() {
        MemberSettings settings = members.settings();
        try (Workbench workbench = root.factory().open(ExistingStore.at(store))) {
            Instant split = until != null ? until : workbench.splitAt(share);
            TrainRequest request =
                    new TrainRequest(
                            members.members(), split, members.seed(), false, settings, resume);
            ConsoleMonitor monitor = ConsoleMonitor.of(root.factory(), request.members());
            System.out.println(asText(workbench.train(request, monitor)));
        }
        return 0;
    }

    private static String asText(TrainingReport report) {
        StringBuilder text =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "trained on %,d events in %,d sessions before %s",
                                report.events(),
                                report.sessions(),
                                report.until()));
        report.members().forEach(member -> text.append(line(member)));
        report.kept()
                .forEach(name -> text.append(String.format("%n  %-8s was there already", name)));
        return text.toString();
    }

    private static String line(TrainingReport.Trained member) {
        String speed =
                member.speed()
                        .map(
                                found ->
                                        String.format(
                                                Locale.ROOT,
                                                ", %,.0f targets/s",
                                                found.targetsPerSecond()))
                        .orElse("");
        return String.format(
                Locale.ROOT, "%n  %-8s %.1f s%s", member.member(), member.seconds(), speed);
    }
}
