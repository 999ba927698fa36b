package org.amalgam.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.amalgam.domain.PriceBand;
import org.amalgam.domain.rule.MerchandisingRule;
import org.amalgam.domain.rule.RuleEffect;
import org.amalgam.domain.rule.RuleScope;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A rule as options. */
final class RuleOptions {

    private static final Pattern PRICES =
            Pattern.compile("(\\d+(?:\\.\\d+)?)?-(\\d+(?:\\.\\d+)?)?");

    @ArgGroup(multiplicity = "1")
    private Effect effect;

    @ArgGroup(multiplicity = "1")
    private Scope scope;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "event time from which it acts, e.g. 2026-03-01T00:00:00Z")
    private Instant from;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "first event time at which it does not act any more")
    private Instant until;

    @Option(names = "--note", defaultValue = "", description = "what it is for")
    private String note;

    /** What the rule does. */
    static final class Effect {
        @Option(
                names = "--pin",
                paramLabel = "PLACE",
                description = "put the best item of the scope at this place, 1 to 20")
        private Integer pin;

        @Option(
                names = "--boost",
                paramLabel = "S",
                description = "raise scores by S of the range of all scores, 0 < S ≤ 1")
        private Double boost;

        @Option(
                names = "--bury",
                paramLabel = "S",
                description = "lower scores by S of the range of all scores, 0 < S ≤ 1")
        private Double bury;

        @Option(names = "--exclude", description = "show it to nobody")
        private boolean exclude;

        RuleEffect get() {
            if (pin != null) {
                return new RuleEffect.Pin(pin);
            }
            if (boost != null) {
                return new RuleEffect.Boost(boost);
            }
            return exclude ? new RuleEffect.Exclude() : new RuleEffect.Bury(bury);
        }
    }

    /** What the rule is about. */
    static final class Scope {
        @Option(names = "--item", paramLabel = "ID", description = "one item")
        private String item;

        @Option(names = "--brand", paramLabel = "NAME", description = "all items of a brand")
        private String brand;

        @Option(
                names = "--category",
                paramLabel = "PATH",
                description = "all items of a category and of those below it")
        private String category;

        @Option(
                names = "--price",
                paramLabel = "FROM-BELOW",
                description = "all items of such a price: 10-20, -20 or 10-")
        private String price;

        RuleScope get() {
            if (item != null) {
                return new RuleScope.OneItem(item);
            }
            if (brand != null) {
                return new RuleScope.Brand(brand);
            }
            return category != null
                    ? new RuleScope.Category(category)
                    : new RuleScope.Prices(band(price));
        }
    }

    private static PriceBand band(String text) {
        Matcher parts = PRICES.matcher(text);
        if (!parts.matches() || text.equals("-")) {
            throw new IllegalArgumentException(
                    "--price: '" + text + "' is not a range such as 10-20, -20 or 10-");
        }
        return new PriceBand(
                parts.group(1) == null ? 0 : Double.parseDouble(parts.group(1)),
                parts.group(2) == null
                        ? Double.POSITIVE_INFINITY
                        : Double.parseDouble(parts.group(2)));
    }

    /** The rule, enabled; whoever adds it to a book numbers it. */
    MerchandisingRule rule() {
        return new MerchandisingRule(
                1,
                effect.get(),
                scope.get(),
                true,
                note,
                Optional.ofNullable(from),
                Optional.ofNullable(until));
    }
}
