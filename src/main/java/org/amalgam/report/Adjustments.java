package org.amalgam.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Adjustment.Change;

/** What a replay adjusted, as summary.json and report.html tell it. */
final class Adjustments {

    static final List<String> COLUMNS =
            List.of(
                    "time (UTC)",
                    "ranker",
                    "found by",
                    "what was adjusted",
                    "event",
                    "HR@20 before",
                    "HR@20 since",
                    "cases since");

    static final String EXPLANATION =
            "Changes of hit rate that drift detectors found. They count cases, not time. Only falls"
                    + " are answered, by learning faster for a while.";

    private Adjustments() {}

    static ArrayNode tree(List<Adjustment> adjustments) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Adjustment adjustment : adjustments) {
            ObjectNode node = array.addObject();
            node.put("step", adjustment.step());
            node.put("time", adjustment.time().toString());
            node.put("ranker", adjustment.ranker());
            node.put("detector", adjustment.cause().detector());
            node.put("hr20Before", adjustment.cause().before());
            node.put("hr20After", adjustment.cause().after());
            node.put("casesAfter", adjustment.cause().cases());
            ArrayNode changes = node.putArray("changes");
            for (Change change : adjustment.changes()) {
                changes.addObject()
                        .put("what", change.kind().label())
                        .put("amount", change.amount());
            }
        }
        return array;
    }

    static List<List<String>> rows(List<Adjustment> adjustments) {
        return adjustments.stream().map(Adjustments::row).toList();
    }

    private static List<String> row(Adjustment adjustment) {
        Adjustment.Cause cause = adjustment.cause();
        return List.of(
                adjustment.time().toString(),
                adjustment.ranker(),
                cause.detector(),
                adjustment.changes().isEmpty()
                        ? "nothing"
                        : adjustment.changes().stream()
                                .map(Adjustments::words)
                                .collect(Collectors.joining("; ")),
                String.format(Locale.ROOT, "%,d", adjustment.step()),
                String.format(Locale.ROOT, "%.3f", cause.before()),
                String.format(Locale.ROOT, "%.3f", cause.after()),
                String.format(Locale.ROOT, "%,d", cause.cases()));
    }

    private static String words(Change change) {
        double amount = change.amount();
        return switch (change.kind()) {
            case FUSION_RATE -> text("weights learn %.0f times as fast", amount);
            case EVEN_WEIGHTS -> text("%.0f %% of all weight handed out evenly", 100 * amount);
            case MEMBER_RATES -> text("members fine-tune at %.0f times their rate", amount);
            case MEMBER_RATE -> text("it fine-tunes at %.0f times its rate", amount);
            case WINDOWS -> text("sliding figures go on from %,.0f cases", amount);
        };
    }

    private static String text(String format, double amount) {
        return String.format(Locale.ROOT, format, amount);
    }
}
