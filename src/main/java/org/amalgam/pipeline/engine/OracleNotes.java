package org.amalgam.pipeline.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.amalgam.domain.RankerKind;
import org.amalgam.domain.RankerResult;
import org.amalgam.evaluation.Recovery;
import org.amalgam.pipeline.ReplaySummary;

/** What a report says of a simulated shop whose truth is known. */
final class OracleNotes {

    private OracleNotes() {}

    /** The share that fused rankers reach, and how all found back when the season turned. */
    static List<String> of(Oracle oracle, QualityRecorder quality, ReplaySummary summary) {
        List<String> notes = new ArrayList<>();
        summary.results().stream()
                .filter(result -> result.ranker().equals(Oracle.NAME))
                .forEach(best -> notes.add(shares(summary.results(), best)));
        notes.add(
                Engagement.FIGURE
                        + ": clicks that the shoppers who were there would give to a list on"
                        + " average, by the simulator's click model and their true tastes; the mean"
                        + " over the main cases, robots left out.");
        oracle.seasonTurn().ifPresent(turn -> notes.add(recovery(turn, quality.recoveries())));
        return notes;
    }

    private static String shares(List<RankerResult> results, RankerResult best) {
        StringJoiner shares = new StringJoiner("; ");
        for (RankerResult result : results) {
            if (result.kind() == RankerKind.FUSED && best.hr20() > 0) {
                shares.add(
                        String.format(
                                Locale.ROOT,
                                "%s %.1f %% of its HR@20, %.1f %% of its MRR@20",
                                result.ranker(),
                                100 * result.hr20() / best.hr20(),
                                100 * result.mrr20() / best.mrr20()));
            }
        }
        return "oracle ranks by the chances from which the simulator draws, before it draws, and"
                + " knows the shopper's true taste and the visit's true state: the best possible"
                + " ranker. Share reached: "
                + shares
                + ".";
    }

    private static String recovery(Instant turn, Map<String, Recovery> recoveries) {
        if (recoveries.isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "The season turned at %s; recovery is told with %,d cases before and %d after"
                            + " it.",
                    turn,
                    Recovery.CASES_BEFORE,
                    Recovery.WINDOW);
        }
        StringJoiner all = new StringJoiner("; ");
        recoveries.forEach((ranker, found) -> all.add(ranker + " " + sentence(found)));
        return String.format(
                Locale.ROOT,
                "The season turned at %s. HR@20 of the %,d cases before, lowest of %d after, and"
                        + " cases until the latest %d were back at %.0f %% of before: %s.",
                turn,
                Recovery.CASES_BEFORE,
                Recovery.WINDOW,
                Recovery.WINDOW,
                100 * Recovery.SHARE,
                all);
    }

    private static String sentence(Recovery found) {
        String back =
                found.casesUntilBack().isPresent()
                        ? Integer.toString(found.casesUntilBack().getAsInt())
                        : "never";
        return String.format(Locale.ROOT, "%.4f, %.4f, %s", found.before(), found.lowest(), back);
    }
}
