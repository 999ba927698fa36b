package org.amalgam.pipeline;

import java.nio.file.Path;
import java.util.List;

/**
 * What a search for settings found.
 *
 * @param settings the file with the winners
 * @param table the file with all trials
 */
public record TuningReport(Path settings, Path table, List<Winner> winners) {

    public TuningReport {
        winners = List.copyOf(winners);
    }

    /**
     * The best settings of one member.
     *
     * @param trials how many there were
     * @param seconds they took
     * @param shipped whether the winner is what the member ships with
     * @param best of all trials
     * @param bestShipped of the trials of what the member ships with
     */
    public record Winner(
            String member,
            int trials,
            double seconds,
            boolean shipped,
            Figures best,
            Figures bestShipped) {}

    /**
     * On the part held out.
     *
     * @param allowedEpochs how many epochs the trial had at most
     * @param epochs after which it was best
     */
    public record Figures(int allowedEpochs, int epochs, int cases, double hr20, double mrr20) {

        /** What trials are compared by. */
        public double mean() {
            return (hr20 + mrr20) / 2;
        }
    }
}
