package org.amalgam.ui.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleBook;
import org.amalgam.domain.rule.RuleChange;
import org.amalgam.pipeline.RulePreview;
import org.amalgam.pipeline.RulePreview.Band;
import org.amalgam.pipeline.RulePreview.Figure;

/** Keeps a book of rules and its trail; previews are made up, the same for any change. */
final class FakeRules {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<RuleChange> trail = new ArrayList<>();
    private RuleBook book = RuleBook.EMPTY;

    synchronized RuleBook book() {
        return book;
    }

    synchronized RuleBook change(RuleBook other, String through, String why) {
        int next = Math.max(book.nextNumber(), other.nextNumber());
        for (int number = 1; number < next; number++) {
            Optional<MerchandisingRule> was = book.find(number);
            Optional<MerchandisingRule> is = other.find(number);
            if (!was.equals(is)) {
                trail.add(
                        0,
                        new RuleChange(
                                NOON.plusSeconds(60L * trail.size()),
                                "anna (" + through + ")",
                                why,
                                number,
                                was.map(RuleChange.Version::of),
                                is.map(RuleChange.Version::of)));
            }
        }
        book = new RuleBook(other.rules(), next);
        return book;
    }

    synchronized List<RuleChange> trail() {
        return List.copyOf(trail);
    }

    synchronized RulePreview preview(RuleBook other) {
        List<RulePreview.Exposure> exposures =
                other.rules().stream()
                        .filter(rule -> !book.rules().contains(rule))
                        .map(rule -> new RulePreview.Exposure(rule, figure(.031, .118, .009)))
                        .toList();
        return new RulePreview(
                2_000,
                figure(.512, .508, .005),
                figure(.2034, .1987, .0021),
                figure(14.2, 14.9, 1.1),
                new Figure(.62, .64, Optional.empty()),
                new Figure(.71, .7, Optional.empty()),
                exposures);
    }

    private static Figure figure(double before, double after, double half) {
        double difference = after - before;
        return new Figure(
                before, after, Optional.of(new Band(difference - half, difference + half)));
    }
}
