package org.amalgam.ui.live;

import java.util.stream.Collectors;
import org.amalgam.domain.Adjustment;
import org.amalgam.domain.Adjustment.Cause;
import org.amalgam.domain.Adjustment.Change;
import org.amalgam.domain.Adjustment.Kind;
import org.amalgam.ui.control.Rankers;
import org.amalgam.ui.control.Times;
import org.amalgam.ui.i18n.Messages;

/** Says what changed and what was adjusted for it. */
final class AdjustmentWords {

    private final Messages messages;

    AdjustmentWords(Messages messages) {
        this.messages = messages;
    }

    /** Whose hit rate changed, and how. */
    String why(Adjustment adjustment) {
        Cause cause = adjustment.cause();
        return messages.get(
                cause.isFall() ? "adjustments.fall" : "adjustments.rise",
                Rankers.name(messages, adjustment.ranker()),
                cause.before(),
                cause.after());
    }

    /** What was adjusted, in a line. */
    String what(Adjustment adjustment) {
        return what(adjustment, messages.get("adjustments.and"));
    }

    private String what(Adjustment adjustment, String between) {
        return adjustment.changes().isEmpty()
                ? messages.get("adjustments.noted")
                : adjustment.changes().stream()
                        .map(this::text)
                        .collect(Collectors.joining(between));
    }

    /** All that is known of it, in lines. */
    String full(Adjustment adjustment) {
        return String.join(
                "\n",
                why(adjustment),
                what(adjustment, "\n"),
                messages.get(
                        "adjustments.tip",
                        adjustment.step(),
                        Times.minute(adjustment.time()),
                        adjustment.cause().detector()));
    }

    private String text(Change change) {
        return messages.get(key(change.kind()), change.amount());
    }

    private static String key(Kind kind) {
        return switch (kind) {
            case FUSION_RATE -> "adjustments.fusionRate";
            case EVEN_WEIGHTS -> "adjustments.evenWeights";
            case MEMBER_RATES -> "adjustments.memberRates";
            case MEMBER_RATE -> "adjustments.memberRate";
            case WINDOWS -> "adjustments.windows";
        };
    }
}
