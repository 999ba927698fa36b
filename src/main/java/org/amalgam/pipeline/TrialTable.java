package org.amalgam.pipeline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.amalgam.config.NetworkSettings;
import org.amalgam.domain.UnusableInput;

/**
 * All trials of a search, tab-separated, one line each: member, number of the trial, epochs
 * allowed, best epoch, HR@20, MRR@20, their mean, cases, seconds, why it failed (if it did), and
 * every setting. Each line is on disk before the next trial begins.
 */
final class TrialTable implements AutoCloseable {

    private static final List<String> FIGURES =
            List.of(
                    "member",
                    "trial",
                    "allowedEpochs",
                    "bestEpoch",
                    "hr20",
                    "mrr20",
                    "mean",
                    "cases",
                    "seconds",
                    "failure");

    private static final List<String> SETTINGS =
            Arrays.stream(NetworkSettings.class.getRecordComponents())
                    .map(component -> component.getName())
                    .toList();

    private final Path file;
    private final BufferedWriter out;

    /**
     * Begins the table, in place of what the file held.
     *
     * @throws UnusableInput if the file cannot be written
     */
    TrialTable(Path file) {
        this.file = file;
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            out = Files.newBufferedWriter(file);
            List<String> header = new ArrayList<>(FIGURES);
            header.addAll(SETTINGS);
            line(header);
        } catch (IOException e) {
            throw new UnusableInput(file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /** Adds a trial that came to its end. */
    void add(
            String member,
            int trial,
            NetworkSettings settings,
            TuningReport.Figures figures,
            double seconds) {
        row(
                settings,
                List.of(
                        member,
                        Integer.toString(trial),
                        Integer.toString(figures.allowedEpochs()),
                        Integer.toString(figures.epochs()),
                        decimals(figures.hr20(), 5),
                        decimals(figures.mrr20(), 5),
                        decimals(figures.mean(), 5),
                        Integer.toString(figures.cases()),
                        decimals(seconds, 1),
                        ""));
    }

    /** Adds a trial that failed. */
    void addFailed(
            String member,
            int trial,
            NetworkSettings settings,
            int allowedEpochs,
            double seconds,
            String why) {
        row(
                settings,
                List.of(
                        member,
                        Integer.toString(trial),
                        Integer.toString(allowedEpochs),
                        "",
                        "",
                        "",
                        "",
                        "",
                        decimals(seconds, 1),
                        why.replaceAll("\\s+", " ")));
    }

    private void row(NetworkSettings settings, List<String> figures) {
        Map<?, ?> values = SettingsRecord.JSON.convertValue(settings, Map.class);
        List<String> row = new ArrayList<>(figures);
        SETTINGS.forEach(name -> row.add(String.valueOf(values.get(name))));
        try {
            line(row);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": writing a trial", e);
        }
    }

    private void line(List<String> cells) throws IOException {
        out.write(String.join("\t", cells));
        out.write('\n');
        out.flush();
    }

    private static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": closing the table of trials", e);
        }
    }
}
